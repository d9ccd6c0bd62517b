//! `/demo/mail`: what a demonstration would have mailed. No other mode has these pages.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{Html, IntoResponse as _, Response},
};
use database::Millis;
use outbox::{Content, MailId, MailRow, store};
use serde::Deserialize;

use super::deliver::sender;
use crate::{
    portal::Portal,
    web::{Face, Frame, PathParams, Problem, Reader, Routes, page},
};

/// How many mails the list shows: the latest.
const MOST: i64 = 200;

/// A mail's own page may style itself, and nothing else.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// The routes that only a demonstration has.
pub fn demo_routes() -> Routes {
    Routes::new()
        .get("/demo/mail", list)
        .get("/demo/mail/{mail}", show)
        .get("/demo/mail/{mail}/html", show_html)
}

#[derive(Deserialize)]
struct Named {
    mail: MailId,
}

struct Line {
    row: MailRow,
    subject: String,
}

impl Line {
    /// Why it isn't on its way, if it isn't.
    fn state_key(&self) -> Option<&'static str> {
        match outbox::State::parse(&self.row.state)? {
            outbox::State::Sent => None,
            outbox::State::Waiting => Some("mail-state-waiting"),
            outbox::State::Refused => Some("mail-state-refused"),
            outbox::State::GivenUp => Some("mail-state-given-up"),
            outbox::State::Cancelled => Some("mail-state-cancelled"),
        }
    }
}

#[derive(Template)]
#[template(path = "mail/list.html")]
struct ListPage {
    f: Frame,
    in_error: bool,
    mails: Vec<Line>,
}

/// Every mail, newest first.
async fn list(State(portal): State<Portal>, reader: Reader) -> Result<Response, Problem> {
    let mut mails = Vec::new();
    for row in store::latest(portal.read(), MOST).await? {
        let content = store::content(portal.read(), &portal.mail_keys, row.id).await?;
        mails.push(Line { subject: content.map_or_else(String::new, |content| content.subject), row });
    }
    let f = Frame::new(&portal, reader, Face::Family, String::new());
    let shown = ListPage { in_error: false, mails, f };
    page(&shown.f, &shown)
}

/// A word of a mail's text: an address of the portal becomes a link.
struct Word {
    text: String,
    is_link: bool,
}

#[derive(Template)]
#[template(path = "mail/show.html")]
struct MailPage {
    f: Frame,
    in_error: bool,
    row: MailRow,
    from: String,
    content: Content,
    lines: Vec<Vec<Word>>,
    written_at: Millis,
}

async fn find(portal: &Portal, id: MailId) -> Result<(MailRow, Content), Problem> {
    let row = store::find(portal.read(), id).await?.ok_or(Problem::NotFound)?;
    let content = store::content(portal.read(), &portal.mail_keys, id).await?.ok_or(Problem::NotFound)?;
    Ok((row, content))
}

/// One mail: its headers and its text part, whose links can be followed.
async fn show(
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let (row, content) = find(&portal, named.mail).await?;
    let word = |text: &str| Word { is_link: text.starts_with(&portal.url("/")), text: text.to_owned() };
    let lines = content.text.lines().map(|line| line.split_inclusive(' ').map(word).collect()).collect();
    let shown = MailPage {
        in_error: false,
        from: sender(&portal.config).map(|mailbox| mailbox.to_string()).unwrap_or_default(),
        written_at: row.created_at,
        row,
        content,
        lines,
        f: Frame::new(&portal, reader, Face::Family, String::new()),
    };
    page(&shown.f, &shown)
}

/// Its HTML part, as it would be mailed.
async fn show_html(
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let (_, content) = find(&portal, named.mail).await?;
    let mut response = Html(content.html).into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(MAIL_POLICY));
    Ok(response)
}
