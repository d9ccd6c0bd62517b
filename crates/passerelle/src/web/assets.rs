//! The style sheet, the script, the icons and the fonts, out of the binary.
//!
//! `build.rs` puts the hash of its bytes into each name, so an answer holds for ever and a new release
//! has new names. The paths to write into pages are [`CSS`], [`JS`], [`ICONS`], [`FAVICON`] and [`FONT`].

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The route of [`serve`].
pub const ROUTE: &str = "/assets/{name}";

/// A file of the portal, as `build.rs` left it.
#[derive(Debug)]
pub struct Asset {
    /// Its name in the source: `portal.css`.
    pub logical: &'static str,
    /// Its name below `/assets/`, with ten hexadecimal digits of its SHA-256: `portal-0123456789.css`.
    pub name: &'static str,
    /// The media type to send.
    pub content_type: &'static str,
    /// The file as it is.
    pub bytes: &'static [u8],
    /// The file in Brotli, unless it is compressed by nature (fonts).
    pub brotli: Option<&'static [u8]>,
}

impl Asset {
    /// Finds a file by the name that pages use for it.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        ASSETS.iter().find(|asset| asset.name == name)
    }

    /// The bytes to send and their encoding, if any, for a client that reads Brotli or doesn't.
    fn encoded(&self, reads_brotli: bool) -> (&'static [u8], Option<&'static str>) {
        match self.brotli {
            Some(packed) if reads_brotli => (packed, Some("br")),
            _ => (self.bytes, None),
        }
    }

    /// The entity tag: the name, which holds the hash, and the encoding.
    fn etag(&self, encoding: Option<&str>) -> String {
        match encoding {
            Some(encoding) => format!("\"{}-{encoding}\"", self.name),
            None => format!("\"{}\"", self.name),
        }
    }
}

/// `GET /assets/{name}`: the file, for ever; 304 for who has it.
///
/// # Errors
/// 404 without a body for any other name: the page around it is put on by a layer.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, StatusCode> {
    let asset = Asset::find(&name).ok_or(StatusCode::NOT_FOUND)?;
    Ok(answer(asset, &headers))
}

fn answer(asset: &Asset, headers: &HeaderMap) -> Response {
    let (bytes, encoding) = asset.encoded(reads_brotli(headers));
    let etag = asset.etag(encoding);
    let mut response = if has(headers, &etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut full = Response::new(Body::from(Bytes::from_static(bytes)));
        full.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
        if let Some(encoding) = encoding {
            full.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        full
    };
    let fields = response.headers_mut();
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    fields.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Ok(etag) = HeaderValue::try_from(etag) {
        fields.insert(header::ETAG, etag);
    }
    response
}

/// Whether the client lists `br` without refusing it (`q=0`). RFC 9110, 12.5.3; `*` is not taken for a wish.
fn reads_brotli(headers: &HeaderMap) -> bool {
    list(headers, &header::ACCEPT_ENCODING).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        name.trim().eq_ignore_ascii_case("br") && !refused
    })
}

/// Whether the client holds what the tag stands for. RFC 9110, 13.1.2: compared weakly.
fn has(headers: &HeaderMap, etag: &str) -> bool {
    list(headers, &header::IF_NONE_MATCH).any(|held| held == "*" || held.trim_start_matches("W/") == etag)
}

/// The members of a field that is a list, over all its lines.
fn list<'a>(headers: &'a HeaderMap, field: &header::HeaderName) -> impl Iterator<Item = &'a str> {
    headers
        .get_all(field)
        .into_iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(field: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(field, HeaderValue::from_static(value))])
    }

    fn built(logical: &str) -> &'static Asset {
        ASSETS.iter().find(|asset| asset.logical == logical).expect("it is built")
    }

    #[test]
    fn the_paths_in_pages_lead_to_files() {
        for path in [CSS, JS, ICONS, FAVICON, FONT] {
            assert!(path.strip_prefix("/assets/").and_then(Asset::find).is_some(), "{path}");
        }
    }

    #[test]
    fn the_sheet_names_its_files_as_they_are_served() {
        let sheet = String::from_utf8_lossy(built("portal.css").bytes);
        for file in ["figtree-latin-wght-normal.woff2", "figtree-latin-ext-wght-normal.woff2", "chevron.svg"]
        {
            assert!(sheet.contains(&format!("url(\"{}\")", built(file).name)), "{file}");
        }
    }

    #[test]
    fn brotli_goes_to_who_reads_it_and_fonts_go_as_they_are() {
        for (value, reads) in [
            ("gzip, deflate, br, zstd", true),
            ("BR;q=0.5", true),
            ("br;q=0", false),
            ("br; q=0.0, gzip", false),
            ("gzip", false),
            ("brotli", false),
        ] {
            assert_eq!(reads_brotli(&asking(header::ACCEPT_ENCODING, value)), reads, "{value}");
        }
        assert!(!reads_brotli(&HeaderMap::new()));

        let packed = answer(built("portal.css"), &asking(header::ACCEPT_ENCODING, "br"));
        assert_eq!(packed.headers()[header::CONTENT_ENCODING], "br");
        assert_eq!(packed.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        let font = answer(built("figtree-latin-wght-normal.woff2"), &asking(header::ACCEPT_ENCODING, "br"));
        assert!(!font.headers().contains_key(header::CONTENT_ENCODING));
    }

    #[test]
    fn every_answer_may_be_kept_for_a_year() {
        for asset in ASSETS {
            let response = answer(asset, &HeaderMap::new());
            assert_eq!(response.status(), StatusCode::OK);
            assert_eq!(response.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
            assert_eq!(response.headers()[header::VARY], "Accept-Encoding");
            assert_eq!(response.headers()[header::ETAG], format!("\"{}\"", asset.name).as_str());
        }
    }

    #[test]
    fn who_has_it_gets_no_bytes_again() {
        let sheet = built("portal.css");
        let mut headers = asking(header::ACCEPT_ENCODING, "br");
        for (held, status) in [
            (sheet.etag(Some("br")), StatusCode::NOT_MODIFIED),
            (format!("\"other\", W/{}", sheet.etag(Some("br"))), StatusCode::NOT_MODIFIED),
            (sheet.etag(None), StatusCode::OK), // kept uncompressed: another tag
        ] {
            headers.insert(header::IF_NONE_MATCH, HeaderValue::try_from(held).expect("a header"));
            assert_eq!(answer(sheet, &headers).status(), status);
        }
    }

    #[test]
    fn an_unknown_name_is_no_file() {
        for name in ["portal.css", "portal-0000000000.css", "../Cargo.toml", ""] {
            assert!(Asset::find(name).is_none(), "{name}");
        }
    }
}
