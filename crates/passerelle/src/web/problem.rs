//! The one place where what went wrong becomes a page: what happened, what to do, the way on.

use std::{error::Error, fmt};

use askama::Template;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sea_orm::{DbErr, RuntimeErr};
use wording::Language;

use super::{Frame, Reader, flash, frame::Face, log::RequestId, page, request::holds_secret};
use crate::portal::Portal;

/// Why a request doesn't get the page it asked for.
#[derive(Clone, Debug)]
pub enum Problem {
    /// It isn't there, or not for this person: the two are told apart nowhere.
    NotFound,
    /// Nobody is signed in on this face: the sign-in page, and then back.
    SignedOut(Face),
    /// A student who signed in with a temporary password: first they choose their own.
    ChoosePassword,
    /// The viewer's role doesn't reach this page of their own school.
    Forbidden,
    /// A post from another site's page.
    OtherOrigin,
    /// Something that no form of ours sends.
    BadRequest,
    NotAForm,
    TooLarge,
    /// Too many tries: wait this many seconds.
    TooMany {
        wait_s: i64,
    },
    /// The database is away or busy for too long.
    Unavailable,
    /// Our fault. The cause was logged.
    Broken,
}

impl Problem {
    /// Logs a cause with its chain, once, and makes the page that doesn't tell it.
    pub fn broken(cause: &(dyn Error + 'static)) -> Self {
        tracing::error!(cause = chain(cause), "a request broke");
        Self::Broken
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignedOut(_) | Self::ChoosePassword => StatusCode::SEE_OTHER,
            Self::Forbidden | Self::OtherOrigin => StatusCode::FORBIDDEN,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The key of its title; with `-text` behind, of what to do.
    const fn key(&self) -> &'static str {
        match self {
            Self::NotFound | Self::SignedOut(_) | Self::ChoosePassword => "web-problem-not-found",
            Self::Forbidden => "web-problem-forbidden",
            Self::OtherOrigin => "web-problem-other-origin",
            Self::BadRequest | Self::NotAForm => "web-problem-bad-request",
            Self::TooLarge => "web-problem-too-large",
            Self::TooMany { .. } => "web-problem-too-many",
            Self::Unavailable => "web-problem-unavailable",
            Self::Broken => "web-problem-broken",
        }
    }

    fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Self::NotFound,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => {
                Self::Unavailable
            }
            status if status.is_client_error() => Self::BadRequest,
            status if status.is_server_error() => Self::Broken,
            _ => return None,
        })
    }
}

/// The answer without its page: [`pages`] puts it on, knowing the reader.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        if matches!(self, Self::ChoosePassword) {
            return flash::redirect("/student/password");
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<DbErr> for Problem {
    fn from(failure: DbErr) -> Self {
        if is_away(&failure) {
            tracing::error!(cause = chain(&failure), "the database is away");
            return Self::Unavailable;
        }
        Self::broken(&failure)
    }
}

/// Whether the database couldn't be reached or used at all, rather than refusing one statement.
fn is_away(failure: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))
    | DbErr::Conn(RuntimeErr::SqlxError(error))) = failure
    else {
        return matches!(failure, DbErr::ConnectionAcquire(_) | DbErr::Conn(_));
    };
    match error.as_database_error() {
        // SQLite: busy, locked, read-only, I/O, full, can't open. PostgreSQL: classes 08, 53 and 57.
        Some(error) => error.code().is_some_and(|code| {
            let sqlite =
                code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 8 | 10 | 13 | 14));
            sqlite
                || ["08", "53", "57"].iter().any(|class| code.len() == 5 && code.starts_with(class))
                || code == "25006"
        }),
        None => true,
    }
}

fn chain(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}

/// The layer: gives every failed answer its page, in the reader's language and on their face.
pub async fn pages(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let path =
        request.uri().path_and_query().map_or_else(|| "/".to_owned(), |whole| whole.as_str().to_owned());
    let is_get = request.method() == axum::http::Method::GET;
    let holds_secret = holds_secret(&path);
    let is_asset = path.starts_with("/assets/");
    let language = request.extensions().get::<Language>().copied().unwrap_or_default();
    let id = request.extensions().get::<RequestId>().map_or_else(String::new, |id| id.0.clone());
    let response = next.run(request).await;
    let problem = response.extensions().get::<Problem>().cloned();
    let Some(problem) = problem.or_else(|| {
        Problem::of_status(response.status())
            .filter(|_| !response.headers().contains_key(header::CONTENT_TYPE) || is_asset)
    }) else {
        return response;
    };
    if let Problem::SignedOut(face) = problem {
        // Only a page is worth coming back to: a form's answer has to be asked for again.
        let back = if is_get { path } else { parent_page(&path) };
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("next", &back).finish();
        let mut led = flash::redirect(&format!("{}?{query}", face.path()));
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            led.headers_mut().append(header::SET_COOKIE, cookie.clone());
        }
        return led;
    }
    let reader = Reader {
        language,
        path: if is_get && !holds_secret { path.clone() } else { "/".to_owned() },
        notice: None,
    };
    let frame = Frame::new(&portal, reader, Face::of_path(&path), String::new());
    let wait_s = if let Problem::TooMany { wait_s } = problem { wait_s } else { 0 };
    let reference =
        if matches!(problem, Problem::Broken | Problem::Unavailable) { id } else { String::new() };
    let shown = ProblemPage {
        f: &frame,
        key: problem.key(),
        text_key: format!("{}-text", problem.key()),
        wait_s,
        reference,
    };
    // Falling back to the bare status keeps a broken template from hiding the answer.
    let mut whole =
        page::answer(problem.status(), &shown).unwrap_or_else(|_| problem.status().into_response());
    if wait_s > 0 {
        whole.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait_s));
    }
    whole
}

/// The page that a form stands on: where a signed-out post leads back to.
fn parent_page(path: &str) -> String {
    path.split('?').next().unwrap_or("/").to_owned()
}

#[derive(Template)]
#[template(path = "web/problem.html")]
struct ProblemPage<'f> {
    f: &'f Frame,
    key: &'static str,
    text_key: String,
    wait_s: i64,
    reference: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
