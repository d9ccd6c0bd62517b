//! One line a request: method, route, status, time. Never an address's own text, which may hold a
//! code or an id, and never what was sent.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};

use crate::random;

/// What stands in `X-Request-Id` and in the log line, so that an operator finds one by the other.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The layer: names the request, times it and writes its line.
pub async fn requests(mut request: Request, next: Next) -> Response {
    let id = RequestId(reference());
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    #[expect(clippy::disallowed_methods, reason = "measures how long the answer took, decides nothing")]
    let start = Instant::now();
    let mut response = next.run(request).await;
    let elapsed_ms = start.elapsed().as_secs_f64() * 1000.0;
    tracing::info!(
        request_id = id.0,
        %method,
        route = route.as_deref().unwrap_or("-"),
        status = response.status().as_u16(),
        elapsed_ms = (elapsed_ms * 10.0).round() / 10.0,
        "answered"
    );
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// A short reference that a person can read out on the telephone.
fn reference() -> String {
    use rand::Rng as _;
    let mut bytes = [0; 5];
    random::system().fill_bytes(&mut bytes);
    bytes
        .iter()
        .map(|byte| char::from(b"BCDFGHJKMNPQRSTVWXZ23456789"[usize::from(*byte) % 27]))
        .chain(bytes.iter().map(|byte| char::from(b'0' + byte / 27 % 10)))
        .collect()
}
