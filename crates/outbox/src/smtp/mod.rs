//! SMTP: one server, connections that are used again and again.

mod connection;
mod tls;

use std::{sync::Arc, time::Duration};

use database::Millis;
use lettre::{
    message::Mailbox,
    transport::smtp::{authentication::Credentials, extension::ClientId},
};
use tokio_rustls::rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject as _},
};

use crate::{
    mail::{Content, MailId},
    message,
};

pub use connection::{Connection, Sent, ServerDown};

/// How long a server may take to connect or to answer one command.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// When a connection is encrypted. The certificate is always checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encryption {
    /// From the first byte (RFC 8314): `smtps://`.
    Implicit,
    /// By STARTTLS (RFC 3207), or no mail leaves.
    StartTls,
    /// By STARTTLS where the server offers it: only for a server on this machine.
    Opportunistic,
}

/// The mail server that takes the portal's mail.
#[derive(Clone)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub encryption: Encryption,
    credentials: Option<Credentials>,
    tls: Arc<ClientConfig>,
    /// Certificates of authorities beside the system's, for STARTTLS.
    own_authorities: Vec<CertificateDer<'static>>,
    hello: ClientId,
}

/// Why there is no such server: a sentence for the operator.
#[derive(Debug)]
pub struct ServerError(pub String);

impl Server {
    /// A server by its settings. `hello_name` is what the portal calls itself (RFC 5321, section
    /// 4.1.1.1); `authorities` is PEM text with the certificates trusted beside the system's.
    /// # Errors
    /// [`ServerError`]: the PEM text holds none, or no authority is known at all.
    pub fn new(
        host: &str,
        port: u16,
        encryption: Encryption,
        login: Option<(String, String)>,
        authorities: Option<&[u8]>,
        hello_name: &str,
    ) -> Result<Self, ServerError> {
        let authorities = authorities.map_or_else(|| Ok(Vec::new()), certificates)?;
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        for authority in &authorities {
            roots
                .add(authority.clone())
                .map_err(|error| ServerError(format!("a certificate can't be used: {error}")))?;
        }
        if roots.is_empty() && encryption != Encryption::Opportunistic {
            return Err(ServerError(
                "no certificate authorities on this machine: install ca-certificates".to_owned(),
            ));
        }
        let tls = ClientConfig::builder_with_provider(Arc::new(
            tokio_rustls::rustls::crypto::ring::default_provider(),
        ))
        .with_safe_default_protocol_versions()
        .map_err(|error| ServerError(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
        Ok(Self {
            host: host.to_owned(),
            port,
            encryption,
            credentials: login.map(|(user, password)| Credentials::new(user, password)),
            tls: Arc::new(tls),
            own_authorities: authorities,
            hello: ClientId::Domain(hello_name.to_owned()),
        })
    }
}

/// Connects and hands over one mail, now.
/// # Errors
/// A sentence for the operator: what the server, or the way to it, has against it.
pub async fn send_once(
    server: &Server,
    id: MailId,
    from: &Mailbox,
    to: &str,
    content: &Content,
    now: Millis,
) -> Result<(), ServerError> {
    let to = to.parse().map_err(|_| ServerError("not an address".to_owned()))?;
    let bytes = message::write(id, from, &to, content, now).map_err(|why| ServerError(why.0))?;
    let mut connection = Connection::open(server).await.map_err(|down| ServerError(down.0))?;
    let sent = connection.send(&from.email, &to, &bytes).await.map_err(|down| ServerError(down.0))?;
    connection.close().await;
    match sent {
        Sent::Accepted => Ok(()),
        Sent::Refused(why) => Err(ServerError(format!("refused for good: {why}"))),
        Sent::Later(why) => Err(ServerError(format!("not taken for now: {why}"))),
    }
}

fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, ServerError> {
    match CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>() {
        Ok(certificates) if !certificates.is_empty() => Ok(certificates),
        _ => Err(ServerError("there is no PEM certificate in it".to_owned())),
    }
}

impl std::fmt::Display for ServerError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
impl std::error::Error for ServerError {}
