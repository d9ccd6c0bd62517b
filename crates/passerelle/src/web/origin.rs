//! Posts from other sites are refused, by `Sec-Fetch-Site` and `Origin` (OWASP, Cross-Site Request
//! Forgery Prevention: "Fetch Metadata headers", "Verifying origin"). A post with neither is refused
//! too: no browser we serve leaves both out.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use url::Url;

use super::Problem;
use crate::portal::Portal;

/// The layer: lets safe methods through and refuses posts that don't come from our own pages.
pub async fn check(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_ours(request.headers(), &portal.config.base_url) {
        next.run(request).await
    } else {
        Problem::OtherOrigin.into_response()
    }
}

fn is_ours(headers: &HeaderMap, base_url: &Url) -> bool {
    let text = |name: header::HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let site = headers.get("sec-fetch-site").map(|value| value.to_str().unwrap_or_default());
    let origin = text(header::ORIGIN);
    let site_is_ours = site.map(|site| site == "same-origin");
    let origin_is_ours = origin.map(|origin| {
        let authority = origin.split_once("://").map(|(_, authority)| authority);
        origin == base_url.origin().ascii_serialization()
            || (authority.is_some() && authority == text(header::HOST))
    });
    match (site_is_ours, origin_is_ours) {
        (None, None) => false,
        (site, origin) => site.unwrap_or(true) && origin.unwrap_or(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_post() {
        let ours = |pairs: &[(&'static str, &str)]| {
            let headers = pairs
                .iter()
                .map(|(name, value)| (header::HeaderName::from_static(name), value.parse().expect("a value")))
                .collect();
            is_ours(&headers, &Url::parse("https://portail.example.org").expect("a url"))
        };
        assert!(ours(&[("sec-fetch-site", "same-origin"), ("origin", "https://portail.example.org")]));
        assert!(ours(&[("origin", "https://portail.example.org")]));
        assert!(ours(&[("origin", "http://localhost:8080"), ("host", "localhost:8080")]));
        assert!(!ours(&[]));
        assert!(!ours(&[("sec-fetch-site", "cross-site")]));
        assert!(!ours(&[("sec-fetch-site", "same-site"), ("origin", "https://portail.example.org")]));
        assert!(!ours(&[("sec-fetch-site", "none")]));
        assert!(!ours(&[("origin", "null")]));
        assert!(!ours(&[("origin", "https://evil.example"), ("host", "portail.example.org")]));
        assert!(!ours(&[
            ("origin", "https://portail.example.org.evil.example"),
            ("host", "portail.example.org")
        ]));
    }
}
