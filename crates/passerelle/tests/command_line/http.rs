//! The smallest of browsers: one request a connection, cookies, no more.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::TcpStream,
};

#[derive(Clone, Default)]
pub struct Browser {
    pub address: String,
    cookies: BTreeMap<String, String>,
}

pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Browser {
    pub fn at(address: &str) -> Self {
        Self { address: address.to_owned(), ..Self::default() }
    }

    pub fn get(&mut self, path: &str) -> std::io::Result<Answer> {
        self.request("GET", path, "")
    }

    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> std::io::Result<Answer> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.request("POST", path, &body)
    }

    fn request(&mut self, method: &str, path: &str, body: &str) -> std::io::Result<Answer> {
        let cookies =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let mut stream = TcpStream::connect(&self.address)?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nConnection: close\r\nCookie: {cookies}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {1}\r\n\r\n{body}",
            self.address,
            body.len()
        )?;
        let mut text = Vec::new();
        stream.read_to_end(&mut text)?;
        let text = String::from_utf8_lossy(&text).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").ok_or(std::io::ErrorKind::UnexpectedEof)?;
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .ok_or(std::io::ErrorKind::InvalidData)?;
        let mut location = String::new();
        for line in head.lines() {
            if let Some(to) = line.strip_prefix("location: ") {
                to.clone_into(&mut location);
            }
            if let Some((name, rest)) =
                line.strip_prefix("set-cookie: ").and_then(|cookie| cookie.split_once('='))
            {
                self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap_or_default().to_owned());
            }
        }
        Ok(Answer { status, location, body: body.to_owned() })
    }

    /// Signs in as somebody of the demonstration.
    pub fn sign_in(&mut self, face: &str, name: &str) {
        let answer = self.post(face, &[("name", name), ("password", "passerelle-demo")]).unwrap();
        assert_eq!(answer.status, 303, "{name}");
    }
}
