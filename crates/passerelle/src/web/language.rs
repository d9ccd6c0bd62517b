//! Which language a request is answered in: the address's `?lang=`, the remembered choice, what the
//! browser prefers, in this order.
//!
//! The language link of a page is the one link that remembers something: a preference of this
//! browser, in a cookie, nowhere else. The answer is a 303 to the same page without `lang`.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, Uri, header},
    middleware::Next,
    response::Response,
};
use wording::Language;

use super::{
    cookies::{self, Cookie},
    flash,
};
use crate::portal::Portal;

/// The layer: decides the language and says it in `Content-Language`.
pub async fn choose(State(portal): State<Portal>, mut request: Request, next: Next) -> Response {
    if let Some((language, clean)) = asked_for(request.uri())
        && request.method() == Method::GET
    {
        let mut response = flash::redirect(&clean);
        cookies::set(&portal, response.headers_mut(), Cookie::Language, language.tag());
        return response;
    }
    let language = of(&portal, request.headers());
    request.extensions_mut().insert(language);
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    response
}

fn of(portal: &Portal, headers: &HeaderMap) -> Language {
    let remembered = cookies::read(portal, headers, Cookie::Language).and_then(Language::from_tag);
    remembered.unwrap_or_else(|| {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        accepted.map_or(Language::French, Language::preferred)
    })
}

/// The language asked for by `lang=` and the address without it.
fn asked_for(uri: &Uri) -> Option<(Language, String)> {
    let (mut language, mut others) = (None, Vec::new());
    for pair in uri.query()?.split('&') {
        match pair.strip_prefix("lang=") {
            Some(tag) => language = Language::from_tag(tag),
            None => others.push(pair),
        }
    }
    // More than one slash at the start would be another host's address.
    let path = format!("/{}", uri.path().trim_start_matches(['/', '\\']));
    let clean = if others.is_empty() { path } else { format!("{path}?{}", others.join("&")) };
    Some((language?, clean))
}

/// Where the language link of a page leads: this address with `lang=`.
pub fn link(path_and_query: &str, language: Language) -> String {
    let joint = if path_and_query.contains('?') { '&' } else { '?' };
    format!("{path_and_query}{joint}lang={}", language.tag())
}
