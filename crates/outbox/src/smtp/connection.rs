use std::{future::Future, time::Duration};

use lettre::{
    Address,
    transport::smtp::{
        Error,
        authentication::Mechanism,
        client::{AsyncSmtpConnection, AsyncTokioStream, Certificate, TlsParameters},
        commands::{Data, Mail, Quit, Rcpt, Rset},
    },
};
use tokio::{net::TcpStream, time::timeout};

use super::{ANSWER_WITHIN, Encryption, Server, tls};

/// A connection that is open and ready for the next mail.
pub struct Connection {
    smtp: AsyncSmtpConnection,
    /// Whether a mail has gone over it: then the server may have closed it meanwhile.
    used: bool,
    /// Whether it ended in the middle of a mail.
    broken: bool,
}

/// The server can't be reached, refuses us, or hung up: no mail's fault. The text is for the operator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServerDown(pub String);

/// What became of one mail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sent {
    Accepted,
    /// 5xx: this mail will never be taken.
    Refused(String),
    /// 4xx: later.
    Later(String),
}

impl Connection {
    /// Connects, encrypts and signs in.
    /// # Errors
    /// [`ServerDown`].
    pub async fn open(server: &Server) -> Result<Self, ServerDown> {
        let address = (server.host.as_str(), server.port);
        let tcp = within(TcpStream::connect(address)).await?.map_err(|error| down(&error))?;
        // Without it each small write waits for the last one's acknowledgement: some 40 ms a mail.
        tcp.set_nodelay(true).map_err(|error| down(&error))?;
        let stream: Box<dyn AsyncTokioStream> = match server.encryption {
            Encryption::Implicit => {
                let encrypted = within(tls::encrypt(tcp, &server.host, server.tls.clone())).await?;
                Box::new(encrypted.map_err(|error| down(&error))?)
            }
            Encryption::StartTls | Encryption::Opportunistic => Box::new(tcp),
        };
        let smtp = within(AsyncSmtpConnection::connect_with_transport(stream, &server.hello)).await?;
        let mut connection = Self { smtp: smtp.map_err(|error| told(&error))?, used: false, broken: false };
        connection.start_tls(server).await?;
        if let Some(credentials) = &server.credentials {
            let signed_in =
                within(connection.smtp.auth(&[Mechanism::Plain, Mechanism::Login], credentials)).await?;
            signed_in.map_err(|error| {
                ServerDown(format!("the mail server refuses the sign-in: {}", said(&error)))
            })?;
        }
        Ok(connection)
    }

    async fn start_tls(&mut self, server: &Server) -> Result<(), ServerDown> {
        let offered = self.smtp.can_starttls();
        match server.encryption {
            Encryption::Implicit => return Ok(()),
            Encryption::Opportunistic if !offered => return Ok(()),
            Encryption::StartTls if !offered => {
                return Err(ServerDown(
                    "the mail server offers no STARTTLS, and mail isn't sent in clear".to_owned(),
                ));
            }
            Encryption::StartTls | Encryption::Opportunistic => {}
        }
        let mut parameters = TlsParameters::builder(server.host.clone());
        for authority in &server.own_authorities {
            let certificate = Certificate::from_der(authority.to_vec()).map_err(|error| told(&error))?;
            parameters = parameters.add_root_certificate(certificate);
        }
        let parameters = parameters.build().map_err(|error| told(&error))?;
        within(self.smtp.starttls(parameters, &server.hello)).await?.map_err(|error| told(&error))
    }

    /// Whether the server has seen this connection before, and so may have closed it.
    pub const fn was_used(&self) -> bool {
        self.used
    }

    /// Whether it ended in the middle of a mail, and can't carry another.
    pub const fn is_broken(&self) -> bool {
        self.broken
    }

    /// Hands one mail over. After a refusal the connection is ready for the next one.
    /// # Errors
    /// [`ServerDown`]: the server didn't begin to take the mail. A connection that ends later on is
    /// held against the mail, so that one mail that a server can't bear doesn't stop the others.
    pub async fn send(&mut self, from: &Address, to: &Address, message: &[u8]) -> Result<Sent, ServerDown> {
        let begun = within(self.smtp.command(Mail::new(Some(from.clone()), Vec::new()))).await?;
        self.used = true;
        if let Err(error) = begun {
            return if closes(&error) { Err(told(&error)) } else { Ok(self.turned_down(&error).await) };
        }
        Ok(match self.hand_over(to, message).await {
            Ok(Ok(())) => Sent::Accepted,
            Ok(Err(error)) if !closes(&error) => self.turned_down(&error).await,
            Ok(Err(error)) => self.broke(said(&error)),
            Err(ServerDown(why)) => self.broke(why),
        })
    }

    /// Recipient and content. A refusal is the inner error.
    async fn hand_over(&mut self, to: &Address, message: &[u8]) -> Result<Result<(), Error>, ServerDown> {
        if let Err(error) = within(self.smtp.command(Rcpt::new(to.clone(), Vec::new()))).await? {
            return Ok(Err(error));
        }
        if let Err(error) = within(self.smtp.command(Data)).await? {
            return Ok(Err(error));
        }
        Ok(within(self.smtp.message(message)).await?.map(drop))
    }

    /// What a refusal means for the mail; the connection is made ready for the next one.
    async fn turned_down(&mut self, error: &Error) -> Sent {
        let ready = within(self.smtp.command(Rset)).await.is_ok_and(|answer| answer.is_ok());
        self.broken = !ready;
        let said = said(error);
        if error.is_permanent() { Sent::Refused(said) } else { Sent::Later(said) }
    }

    fn broke(&mut self, why: String) -> Sent {
        self.broken = true;
        Sent::Later(why)
    }

    /// Says goodbye; whether the server answers doesn't matter.
    pub async fn close(mut self) {
        let _ = timeout(Duration::from_secs(2), self.smtp.command(Quit)).await;
    }
}

/// Whether after this the connection can't be used: the server closes it (421), hung up, or speaks no
/// SMTP.
fn closes(error: &Error) -> bool {
    !(error.is_transient() || error.is_permanent())
        || error.status().is_some_and(|code| code.to_string() == "421")
}

async fn within<T>(work: impl Future<Output = T>) -> Result<T, ServerDown> {
    let late = |_| ServerDown(format!("the mail server didn't answer within {} s", ANSWER_WITHIN.as_secs()));
    timeout(ANSWER_WITHIN, work).await.map_err(late)
}

fn down(error: &std::io::Error) -> ServerDown {
    ServerDown(format!("the mail server can't be reached: {error}"))
}

fn told(error: &Error) -> ServerDown {
    ServerDown(format!("the mail server: {}", said(error)))
}

/// What the server said, on one line of at most 300 characters.
fn said(error: &Error) -> String {
    use std::error::Error as _;
    let mut text = error.to_string();
    if let Some(cause) = error.source() {
        text = format!("{text}: {cause}");
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(300).collect()
}
