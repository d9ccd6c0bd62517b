//! Taking connections: bounded in number, in the size of their headers and in how long those may take,
//! so that half-open and slow clients don't keep others out.

use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{net::TcpListener, sync::Semaphore};
use tower::ServiceExt as _;

/// How many connections are open at once at most; further ones wait in the system's queue.
const MOST_CONNECTIONS: usize = 8192;
/// How long a request's headers may take to arrive; an idle connection is closed after it.
const HEADERS_WITHIN: Duration = Duration::from_secs(20);
/// The most that headers may be, in bytes.
const LARGEST_HEADERS_BYTES: usize = 64 * 1024;
/// How long requests under way may take once the portal is told to stop.
const GRACE: Duration = Duration::from_secs(20);

/// Serves until `stop` is ready, then lets requests under way finish.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN).max_buf_size(LARGEST_HEADERS_BYTES);
    let mut stop = std::pin::pin!(stop);
    loop {
        let Ok(place) = places.clone().acquire_owned().await else { return };
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                // Out of file descriptors, most likely: connections that end make room.
                Err(error) => {
                    tracing::warn!(cause = %error, "a connection wasn't accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let _ = stream.set_nodelay(true);
        let router = router.clone();
        let service = service_fn(move |request| answer(router.clone(), request, peer));
        let connection = graceful.watch(protocol.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A client that hangs up or speaks no HTTP is no event.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    // Slow clients don't keep the portal from stopping.
    let _ = tokio::time::timeout(GRACE, graceful.shutdown()).await;
}

async fn answer(
    router: Router,
    mut request: Request<Incoming>,
    peer: SocketAddr,
) -> Result<axum::response::Response, Infallible> {
    request.extensions_mut().insert(ConnectInfo(peer));
    router.oneshot(request.map(axum::body::Body::new)).await
}
