use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use tempfile::tempdir;

use crate::{http::Browser, process::Served};

#[test]
fn a_second_start_keeps_the_data_and_logs_tell_no_secret() {
    let folder = tempdir().unwrap();
    let served = Served::start(folder.path());
    let code = "7KQ4-MN2P-X9T3";
    let mut stranger = Browser::at(&served.address);
    assert_eq!(stranger.get(&format!("/a/{code}")).unwrap().location, "/parent/sign-up");
    stranger
        .post(
            "/parent/sign-up",
            &[
                ("code", code),
                ("name", "Marie\r\nRoy"),
                ("email", "marie@ex.org"),
                ("password", "trois petits ponts"),
            ],
        )
        .unwrap();
    stranger
        .post("/parent", &[("name", "fatou.diallo@familles.example"), ("password", "faux mot de passe")])
        .unwrap();
    assert_eq!(stranger.get("/forged%0d%0aline").unwrap().status, 404);
    let log = served.stop();
    assert!(log.lines().count() >= 5);
    for line in log.lines() {
        assert!(line.starts_with('{') && line.ends_with('}'), "{line}");
    }
    for secret in [code, "7KQ4", "Marie", "marie", "fatou", "ponts", "faux", "forged"] {
        assert!(!log.contains(secret), "the log tells {secret}");
    }
    let served = Served::start(folder.path());
    let mut fatou = Browser::at(&served.address);
    fatou.sign_in("/parent", "fatou.diallo@familles.example");
    let home = fatou.get("/parent").unwrap().body;
    assert!(home.contains("Amina Diallo") && home.contains("Ibrahim Diallo"));
    served.stop();
}

#[test]
fn slow_and_oversized_requests_keep_nobody_out() {
    let folder = tempdir().unwrap();
    let served = Served::start(folder.path());
    // Half-open connections: a line, and nothing more.
    let half_open: Vec<TcpStream> = (0..300)
        .map(|_| {
            let mut stream = TcpStream::connect(&served.address).unwrap();
            stream.write_all(b"GET /parent HTTP/1.1\r\nHost: x\r\n").unwrap();
            stream
        })
        .collect();
    assert_eq!(Browser::at(&served.address).get("/parent").unwrap().status, 200);
    // A body of two gigabytes, declared: refused at its beginning.
    let mut stream = TcpStream::connect(&served.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(stream, "POST /parent HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000000\r\n\r\n", served.address).unwrap();
    let chunk = [b'x'; 16 * 1024];
    for _ in 0..8 {
        if stream.write_all(&chunk).is_err() {
            break;
        }
    }
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413");
    // Headers without end.
    let mut stream = TcpStream::connect(&served.address).unwrap();
    let _ = stream.write_all(b"GET / HTTP/1.1\r\n");
    let _ = stream.write_all(format!("x: {}\r\n\r\n", "y".repeat(200_000)).as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 431"));
    drop(half_open);
    served.stop();
}
