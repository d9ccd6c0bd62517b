//! The request as pages need it: its language, its address, the sentence left by the last action.

use std::convert::Infallible;

use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::request::Parts,
};
use wording::Language;

use super::flash;
use crate::portal::Portal;

/// Who reads the answer, as far as anybody's request tells.
#[derive(Clone, Debug)]
pub struct Reader {
    pub language: Language,
    /// This page's path and query, for the language link. Never a posted form's.
    pub path: String,
    /// What the last action did.
    pub notice: Option<&'static str>,
}

impl FromRequestParts<Portal> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Infallible> {
        Ok(Self {
            language: parts.extensions.get::<Language>().copied().unwrap_or_default(),
            path: path_and_query(parts),
            notice: flash::read(portal, &parts.headers),
        })
    }
}

/// Whether an address carries a secret: a code or a mail's token, on the first hop of a link. No page
/// repeats it and no log keeps it.
pub fn holds_secret(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default().to_ascii_lowercase();
    path.starts_with("/a/")
        || path.starts_with("/invitation/")
        || ["/reset/", "/confirm/", "/not-mine/"].iter().any(|hop| path.contains(hop))
}

fn path_and_query(parts: &Parts) -> String {
    let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
    uri.path_and_query().map_or_else(|| "/".to_owned(), |whole| whole.as_str().to_owned())
}
