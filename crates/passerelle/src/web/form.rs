//! Reading what was sent: bodies, queries and paths, each refused with a page rather than a bare line.

use axum::{
    body::to_bytes,
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::{header, request::Parts},
};
use serde::de::DeserializeOwned;

use super::Problem;
use crate::portal::Portal;

/// The longest body of an ordinary form, in bytes.
const LONGEST_FORM_BYTES: usize = 64 * 1024;

/// A posted form (`application/x-www-form-urlencoded`, WHATWG URL, section 5). Unknown fields are
/// ignored, missing ones are the type's default; invalid UTF-8 and fields given twice are refused.
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Portal> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &Portal) -> Result<Self, Problem> {
        parse(&body(request).await?).map(Self)
    }
}

/// A posted form with fields that may stand in it more than once, such as ticks; in their order.
pub struct Repeated(Vec<(String, String)>);

impl Repeated {
    /// The first value of a field; empty where there is none.
    pub fn first<'f>(&'f self, name: &'f str) -> &'f str {
        self.all(name).next().unwrap_or_default()
    }

    /// Every value of a field.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

impl FromRequest<Portal> for Repeated {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &Portal) -> Result<Self, Problem> {
        parse(&body(request).await?).map(Self)
    }
}

/// The body of an ordinary form.
async fn body(request: Request) -> Result<axum::body::Bytes, Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let is_form = kind.is_none_or(|kind| {
        kind.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .eq_ignore_ascii_case("application/x-www-form-urlencoded")
    });
    let body = to_bytes(request.into_body(), LONGEST_FORM_BYTES).await.map_err(|_| Problem::TooLarge)?;
    if is_form || body.is_empty() { Ok(body) } else { Err(Problem::NotAForm) }
}

/// The query of an address, read like a form.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Portal> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Portal) -> Result<Self, Problem> {
        parse(parts.uri.query().unwrap_or_default().as_bytes()).map(Self)
    }
}

/// The parts of a path; one that can't be (an id that is no id) is a page that doesn't exist.
pub struct PathParams<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Portal> for PathParams<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let Path(params) = Path::from_request_parts(parts, portal).await.map_err(|_| Problem::NotFound)?;
        Ok(Self(params))
    }
}

fn parse<T: DeserializeOwned>(encoded: &[u8]) -> Result<T, Problem> {
    if !decodes_to_utf8(encoded) {
        return Err(Problem::BadRequest);
    }
    serde_urlencoded::from_bytes(encoded).map_err(|_| Problem::BadRequest)
}

/// Whether every percent-coded byte sequence is UTF-8: the decoder would put U+FFFD in its place and
/// the person's text would be stored broken.
fn decodes_to_utf8(encoded: &[u8]) -> bool {
    let digit = |hex: u8| char::from(hex).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (mut decoded, mut rest) = (Vec::with_capacity(encoded.len()), encoded);
    while let [byte, after @ ..] = rest {
        rest = after;
        match (byte, after) {
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    decoded.push(high * 16 + low);
                    rest = after;
                }
                _ => decoded.push(b'%'),
            },
            _ => decoded.push(*byte),
        }
    }
    std::str::from_utf8(&decoded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn invalid_utf8_and_repeated_fields_are_refused() {
        #[derive(serde::Deserialize, Default)]
        #[serde(default)]
        struct Typed {
            name: String,
        }
        let name = |body: &str| parse::<Typed>(body.as_bytes()).map(|typed| typed.name).ok();
        assert_eq!(name("name=%C3%89mile+D&x=1").as_deref(), Some("Émile D"));
        assert_eq!(name("").as_deref(), Some(""));
        assert_eq!(name("name=%ff"), None);
        assert_eq!(name("name=a&name=b"), None);
        assert_eq!(name("name=100%").as_deref(), Some("100%"));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = parse::<std::collections::HashMap<String, String>>(&body);
        }
    }
}
