//! A sentence for the next page: what the last action did. It travels in a cookie as a message key,
//! is shown once, and never holds a name or a code.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::cookies::{self, Cookie};
use crate::portal::Portal;

/// The sentences that may be asked for, so that a made-up cookie shows nothing.
const KNOWN: &[&str] = &[
    "codes-deleted",
    "codes-already-deleted",
    "codes-used-meanwhile",
    "codes-disowned",
    "codes-linked",
    "sign-up-opened",
    "sign-in-signed-out",
    "invitations-sent",
    "invitations-withdrawn",
    "invitations-ended-before",
    "invitations-used-meanwhile",
    "options-saved",
    "options-saved-off",
    "options-logo-kept",
    "options-logo-removed",
    "email-proofs-confirmed",
    "email-proofs-changed",
    "email-proofs-refused",
    "email-proofs-sent",
    "password-reset-sent",
    "password-reset-done",
    "accounts-name-changed",
    "accounts-language-changed",
    "accounts-password-changed",
    "accounts-password-chosen",
    "accounts-session-ended",
    "accounts-sessions-ended",
    "accounts-closed",
    "concerns-settled",
    "concerns-settled-before",
    "guardianships-waiting",
    "guardianships-seen",
    "guardianships-objected",
    "guardianships-reported",
    "guardianships-unlinked",
    "guardianships-removed",
    "guardianships-removed-before",
    "guardianships-accepted",
    "guardianships-declined",
    "guardianships-decided-before",
    "guardianships-still-restricted",
    "restrictions-made",
    "restrictions-made-before",
    "restrictions-lifted",
    "restrictions-lifted-before",
    "restrictions-saved",
    "sign-up-waiting",
];

/// A 303 to `path`, whose page says the sentence under `key`.
pub fn redirect_saying(portal: &Portal, path: &str, key: &'static str) -> Response {
    debug_assert!(KNOWN.contains(&key), "{key}");
    let mut response = redirect(path);
    cookies::set(portal, response.headers_mut(), Cookie::Notice, key);
    response
}

/// A 303 to `path`.
pub fn redirect(path: &str) -> Response {
    let mut response = Redirect::to(path).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The sentence that the last action left, if it did.
pub fn read(portal: &Portal, headers: &HeaderMap) -> Option<&'static str> {
    let key = cookies::read(portal, headers, Cookie::Notice)?;
    KNOWN.iter().copied().find(|known| *known == key)
}
