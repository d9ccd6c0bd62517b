//! A mail server of the tests' own: takes mail, and can refuse, put off, delay, hang up and encrypt.

mod session;

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::{
    io::BufReader,
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer},
    },
};

use session::{Session, talk};

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Received {
    pub from: String,
    pub to: Vec<String>,
    /// Headers and body, dots unstuffed, lines ending in CRLF.
    pub data: String,
    /// Which connection it came over, counted from 1.
    pub connection: usize,
    pub encrypted: bool,
    pub signed_in: bool,
}

/// When the server encrypts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tls {
    Never,
    StartTls,
    Implicit,
}

/// What the server does with whom.
#[derive(Default)]
struct Rules {
    /// Recipients answered 550.
    refused: Vec<String>,
    /// Recipients answered 451 so many more times.
    put_off: HashMap<String, usize>,
    /// So many more mails are taken and the connection dropped before the answer.
    dropped: usize,
    /// So many more mails a connection takes before it is closed with 421.
    a_connection: Option<usize>,
    delay: Duration,
}

/// A running server; it goes with its value.
pub struct Sink {
    pub address: SocketAddr,
    /// Its certificate, for `localhost`, as PEM: whoever connects has to trust it.
    pub certificate: String,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

struct Shared {
    received: Mutex<Vec<Received>>,
    /// How many were taken, for who waits.
    count: watch::Sender<usize>,
    rules: Mutex<Rules>,
    connections: AtomicUsize,
    /// `user\0password`, where signing in is asked for.
    login: Option<String>,
    tls: Tls,
    acceptor: TlsAcceptor,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Sink {
    /// Starts a server that takes everything in clear.
    pub async fn start() -> Self {
        Self::start_with(Tls::Never, None).await
    }

    /// Starts a server that encrypts, and asks for a sign-in where `login` says whose.
    /// # Panics
    /// The machine gives no port.
    pub async fn start_with(tls: Tls, login: Option<(&str, &str)>) -> Self {
        Self::listen("127.0.0.1:0", tls, login).await
    }

    /// Starts a server at this address again, after an earlier one went.
    /// # Panics
    /// The address is taken.
    pub async fn start_at(address: SocketAddr) -> Self {
        Self::listen(&address.to_string(), Tls::Never, None).await
    }

    async fn listen(address: &str, tls: Tls, login: Option<(&str, &str)>) -> Self {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
        let key = PrivateKeyDer::try_from(signing_key.serialize_der()).expect("a key");
        let chain: Vec<CertificateDer<'static>> = vec![cert.der().clone()];
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("TLS versions")
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .expect("a server's TLS");
        let shared = Arc::new(Shared {
            received: Mutex::default(),
            count: watch::Sender::new(0),
            rules: Mutex::default(),
            connections: AtomicUsize::new(0),
            login: login.map(|(user, password)| format!("{user}\0{password}")),
            tls,
            acceptor: TlsAcceptor::from(Arc::new(config)),
        });
        let listener = TcpListener::bind(address).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let task = tokio::spawn(serve(listener, shared.clone()));
        Self { address, certificate: cert.pem(), shared, task }
    }

    /// Everything that was taken, in order.
    pub fn received(&self) -> Vec<Received> {
        locked(&self.shared.received).clone()
    }

    /// Waits until so many mails were taken.
    pub async fn arrived(&self, mails: usize) {
        let _ = self.shared.count.subscribe().wait_for(|count| *count >= mails).await;
    }

    /// How many connections there have been.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::Relaxed)
    }

    /// Answers 550 to this recipient from now on.
    pub fn refuse(&self, recipient: &str) {
        locked(&self.shared.rules).refused.push(recipient.to_owned());
    }

    /// Takes mail for this recipient again.
    pub fn take(&self, recipient: &str) {
        locked(&self.shared.rules).refused.retain(|refused| refused != recipient);
    }

    /// Answers 451 to this recipient so many times (grey-listing).
    pub fn put_off(&self, recipient: &str, times: usize) {
        locked(&self.shared.rules).put_off.insert(recipient.to_owned(), times);
    }

    /// Takes the next so many mails and hangs up before it says so.
    pub fn drop_next(&self, mails: usize) {
        locked(&self.shared.rules).dropped = mails;
    }

    /// Closes every connection with 421 after so many mails.
    pub fn close_after(&self, mails: usize) {
        locked(&self.shared.rules).a_connection = Some(mails);
    }

    /// Waits so long before the answer to each mail.
    pub fn delay(&self, by: Duration) {
        locked(&self.shared.rules).delay = by;
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    // Connections end with the server.
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let shared = shared.clone();
        let number = shared.connections.fetch_add(1, Ordering::Relaxed) + 1;
        let _ = stream.set_nodelay(true);
        connections.spawn(async move { drop(connection(stream, shared, number).await) });
    }
}

async fn connection(stream: TcpStream, shared: Arc<Shared>, number: usize) -> std::io::Result<()> {
    let mut session = Session::new(shared, number);
    if session.shared.tls == Tls::Implicit {
        session.encrypted = true;
        let stream = session.shared.acceptor.accept(stream).await?;
        return talk(BufReader::new(stream), &mut session, true).await.map(drop);
    }
    let Some(stream) = talk(BufReader::new(stream), &mut session, true).await? else { return Ok(()) };
    session.encrypted = true;
    let stream = session.shared.acceptor.accept(stream.into_inner()).await?;
    talk(BufReader::new(stream), &mut session, false).await.map(drop)
}
