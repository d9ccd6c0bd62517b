//! What is at the other end: Postfix's `smtp-sink`, its `smtp-source` for comparison, and a slow way.

use std::{
    process::{Child, Command, Stdio},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::mpsc,
    time::Instant,
};

use crate::Failure;

/// A mail server that throws everything away; it ends with this value.
pub struct Sink {
    process: Child,
    pub port: u16,
}

impl Sink {
    pub async fn start() -> Result<Self, Failure> {
        let port = TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port();
        let mut command = Command::new("/usr/sbin/smtp-sink");
        // As root it asks whom to become.
        if is_root() {
            command.args(["-u", "nobody"]);
        }
        let process = command
            .args([format!("127.0.0.1:{port}"), "1000".to_owned()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("smtp-sink, of the package postfix: {error}"))?;
        let sink = Self { process, port };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Ok(sink);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("smtp-sink doesn't answer".into())
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn is_root() -> bool {
    std::fs::read_to_string("/proc/self/status")
        .is_ok_and(|status| status.lines().any(|line| line.starts_with("Uid:\t0\t")))
}

/// Mails a second of `smtp-source`, with connections used again, each mail of so many bytes.
pub fn source(sink: &Sink, connections: usize, mails: usize, bytes: usize) -> Result<f64, Failure> {
    let start = Instant::now();
    let done = Command::new("/usr/sbin/smtp-source")
        .args(["-d", "-s", &connections.to_string(), "-m", &mails.to_string(), "-l", &bytes.to_string()])
        .args(["-f", "portail@example.org", "-t", "marie@example.org", &format!("127.0.0.1:{}", sink.port)])
        .status()?;
    if done.success() {
        Ok(f64::from(u32::try_from(mails)?) / start.elapsed().as_secs_f64())
    } else {
        Err("smtp-source failed".into())
    }
}

/// A port from which everything goes on to another one, each way so much later.
pub async fn slowed(to: u16, by: Duration) -> Result<u16, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    tokio::spawn(async move {
        while let Ok((near, _)) = listener.accept().await {
            if let Ok(far) = TcpStream::connect(("127.0.0.1", to)).await {
                let _ = (near.set_nodelay(true), far.set_nodelay(true));
                let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
                tokio::spawn(pass(near_in, far_out, by));
                tokio::spawn(pass(far_in, near_out, by));
            }
        }
    });
    Ok(port)
}

/// Passes bytes on, each so much after it came; several may be on their way.
async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, by: Duration) {
    let (keep, mut kept) = mpsc::unbounded_channel::<(tokio::time::Instant, Vec<u8>)>();
    tokio::spawn(async move {
        while let Some((due, bytes)) = kept.recv().await {
            tokio::time::sleep_until(due).await;
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
    });
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(count @ 1..) = from.read(&mut buffer).await {
        let due = tokio::time::Instant::now() + by;
        if keep.send((due, buffer[..count].to_vec())).is_err() {
            return;
        }
    }
}
