//! What pages are held against: a bare axum server whose one answer has as many bytes.

use std::io::{self, Write as _};

use axum::{Router, response::Html, routing::get};
use tokio::net::TcpListener;

use crate::Failure;

/// Tells this program to be the bare server, and how long its answer is.
pub const BYTES: &str = "FIGURES_HELLO_BYTES";

pub fn asked_for() -> Option<usize> {
    std::env::var(BYTES).ok()?.parse().ok()
}

/// Serves until the process is ended.
pub fn serve(bytes: usize) -> Result<(), Failure> {
    let body: &'static str = "hello ".repeat(bytes / 6 + 1)[..bytes].to_owned().leak();
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        writeln!(io::stdout(), "hello on http://{}", listener.local_addr()?)?;
        axum::serve(listener, Router::new().route("/", get(move || async move { Html(body) }))).await?;
        Ok(())
    })
}
