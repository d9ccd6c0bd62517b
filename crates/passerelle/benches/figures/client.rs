//! A browser's least: HTTP/1.1 over one connection that is kept, on loopback. Small, so that what is
//! measured is the server.

use std::{io, net::SocketAddr};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// One kept connection.
pub struct Connection {
    stream: TcpStream,
    /// The last answer, head first.
    buffer: Vec<u8>,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    /// The body's length as it came over the wire; of a chunked one, with the marks of its chunks.
    pub bytes: usize,
}

/// The text of a request without a body; `headers` are whole lines, each with its end.
pub fn get(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{headers}\r\n").into_bytes()
}

/// The text of a form being sent from a page of the portal's own.
pub fn post(path: &str, body: &str) -> Vec<u8> {
    post_with(path, body, "")
}

/// The same with further headers, each a whole line with its end.
pub fn post_with(path: &str, body: &str, headers: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nsec-fetch-site: same-origin\r\n{headers}\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

impl Connection {
    pub async fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(128 * 1024) })
    }

    /// Sends a request and reads its whole answer.
    /// # Errors
    /// The connection broke, or what came isn't HTTP/1.1 as this client knows it.
    pub async fn send(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end + 4;
            }
            self.read_more().await?;
        };
        let status = std::str::from_utf8(self.buffer.get(9..12).unwrap_or_default())
            .ok()
            .and_then(|digits| digits.parse().ok());
        let status = status.ok_or_else(|| odd("no status"))?;
        if let Some(length) = self.header("content-length") {
            let length: usize = length.parse().map_err(|_| odd("a length that is no number"))?;
            while self.buffer.len() < head + length {
                self.read_more().await?;
            }
        } else if self.header("transfer-encoding").is_some() {
            while !self.buffer.ends_with(b"\r\n0\r\n\r\n") {
                self.read_more().await?;
            }
        } else {
            return Err(odd("neither a length nor chunks"));
        }
        Ok(Answer { status, bytes: self.buffer.len() - head })
    }

    /// A header of the last answer; of several with one name the first. Names are lower-case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let end = find(&self.buffer, b"\r\n\r\n")?;
        let head = std::str::from_utf8(&self.buffer[..end]).ok()?;
        head.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    async fn read_more(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.buffer).await? {
            0 => Err(odd("the server hung up")),
            _ => Ok(()),
        }
    }
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

fn odd(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
