//! One client's talk with the mail server.

use std::sync::Arc;

use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};

use super::{Received, Shared, Tls, locked};

pub(super) struct Session {
    pub(super) shared: Arc<Shared>,
    pub(super) number: usize,
    pub(super) encrypted: bool,
    signed_in: bool,
    from: String,
    to: Vec<String>,
    taken: usize,
}

impl Session {
    pub(super) const fn new(shared: Arc<Shared>, number: usize) -> Self {
        Self {
            shared,
            number,
            encrypted: false,
            signed_in: false,
            from: String::new(),
            to: Vec::new(),
            taken: 0,
        }
    }
}

/// Speaks SMTP (RFC 5321) until the client leaves, or asks for STARTTLS: then the stream comes back.
pub(super) async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: BufReader<S>,
    session: &mut Session,
    greet: bool,
) -> std::io::Result<Option<BufReader<S>>> {
    if greet {
        stream.write_all(b"220 sink ESMTP\r\n").await?;
    }
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(None);
        }
        let command = line.trim_end().to_owned();
        let verb = command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        if verb == "STARTTLS" && session.shared.tls == Tls::StartTls {
            stream.write_all(b"220 go ahead\r\n").await?;
            return Ok(Some(stream));
        }
        let answer = match verb.as_str() {
            "DATA" if session.to.is_empty() => "503 no recipient".to_owned(),
            "DATA" => match session.take(&mut stream).await? {
                Some(answer) => answer,
                None => return Ok(None),
            },
            _ => session.answer(&verb, &command),
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        if answer.starts_with("221") || answer.starts_with("421") {
            return Ok(None);
        }
    }
}

impl Session {
    fn answer(&mut self, verb: &str, command: &str) -> String {
        let address = || {
            let inner = command.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
            inner.map_or_else(String::new, |(address, _)| address.to_owned())
        };
        match verb {
            "EHLO" => {
                let tls =
                    if self.shared.tls == Tls::StartTls && !self.encrypted { "250-STARTTLS\r\n" } else { "" };
                let auth = if self.shared.login.is_some() { "250-AUTH PLAIN LOGIN\r\n" } else { "" };
                format!("250-sink\r\n{tls}{auth}250 8BITMIME")
            }
            "AUTH" => self.sign_in(command),
            "MAIL" if self.shared.login.is_some() && !self.signed_in => "530 sign in first".to_owned(),
            "MAIL" => {
                let most = locked(&self.shared.rules).a_connection;
                if most.is_some_and(|most| self.taken >= most) {
                    return "421 enough over this connection".to_owned();
                }
                (self.from, self.to) = (address(), Vec::new());
                "250 ok".to_owned()
            }
            "RCPT" => self.recipient(address()),
            "RSET" => {
                self.to.clear();
                "250 ok".to_owned()
            }
            "NOOP" => "250 ok".to_owned(),
            "QUIT" => "221 goodbye".to_owned(),
            _ => "502 not known here".to_owned(),
        }
    }

    fn recipient(&mut self, address: String) -> String {
        let mut rules = locked(&self.shared.rules);
        if rules.refused.contains(&address) {
            return format!("550 5.1.1 <{address}> no such mailbox");
        }
        if let Some(times) = rules.put_off.get_mut(&address).filter(|times| **times > 0) {
            *times -= 1;
            return "451 4.7.1 try again later".to_owned();
        }
        self.to.push(address);
        "250 ok".to_owned()
    }

    /// AUTH PLAIN with an initial response (RFC 4616).
    fn sign_in(&mut self, command: &str) -> String {
        let given = command.split(' ').nth(2).and_then(decode_base64);
        let given = given.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        let known = self.shared.login.as_deref();
        self.signed_in = known.is_some() && given.split_once('\0').map(|(_, login)| login) == known;
        if self.signed_in { "235 welcome".to_owned() } else { "535 5.7.8 who are you".to_owned() }
    }

    /// Reads a mail; none where the connection is dropped before the answer.
    async fn take<S: AsyncRead + AsyncWrite + Unpin>(
        &mut self,
        stream: &mut BufReader<S>,
    ) -> std::io::Result<Option<String>> {
        stream.write_all(b"354 go ahead\r\n").await?;
        let (mut data, mut line) = (String::new(), Vec::new());
        loop {
            line.clear();
            if stream.read_until(b'\n', &mut line).await? == 0 {
                return Ok(None);
            }
            if line == b".\r\n" {
                break;
            }
            let unstuffed = line.strip_prefix(b".").unwrap_or(&line);
            data.push_str(&String::from_utf8_lossy(unstuffed));
        }
        let (delay, hang_up) = {
            let mut rules = locked(&self.shared.rules);
            let hang_up = rules.dropped > 0;
            rules.dropped = rules.dropped.saturating_sub(1);
            (rules.delay, hang_up)
        };
        tokio::time::sleep(delay).await;
        self.taken += 1;
        locked(&self.shared.received).push(Received {
            from: self.from.clone(),
            to: std::mem::take(&mut self.to),
            data,
            connection: self.number,
            encrypted: self.encrypted,
            signed_in: self.signed_in,
        });
        self.shared.count.send_modify(|count| *count += 1);
        Ok((!hang_up).then(|| "250 taken".to_owned()))
    }
}

/// Base64 (RFC 4648, section 4); none for anything else.
fn decode_base64(text: &str) -> Option<Vec<u8>> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for symbol in text.trim_end_matches('=').bytes() {
        let value = ALPHABET.iter().position(|known| *known == symbol)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    Some(bytes)
}
