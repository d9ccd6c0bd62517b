//! Where the links of a confirmation lead: a page with one button each. Opening it spends nothing, so
//! that a mail scanner neither confirms nor refuses.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};

use crate::{
    act::Stop,
    email_proofs::{LinkGone, Proved, confirm as confirm_email, disclaim},
    mailed_links::{self, MailedLink, Purpose},
    portal::Portal,
    random, schools,
    sessions::Kind,
    web::{
        Face, Frame, Problem, Reader,
        address::ClientAddress,
        cookies::{self, Cookie},
        flash, page,
        page::answer,
    },
};

#[derive(Template)]
#[template(path = "email_proofs/pages/confirm.html")]
struct ConfirmPage {
    f: Frame,
    in_error: bool,
    email: String,
}

#[derive(Template)]
#[template(path = "email_proofs/pages/not_mine.html")]
struct NotMinePage {
    f: Frame,
    in_error: bool,
    email: String,
    /// Whether the account has the address already, or only asked for it.
    has_it: bool,
}

#[derive(Template)]
#[template(path = "email_proofs/pages/gone.html")]
struct GonePage {
    f: Frame,
    in_error: bool,
}

/// The first hop of the mail's action: the token leaves the address for a cookie.
pub async fn follow_to_confirm(Path(token): Path<String>, State(portal): State<Portal>) -> Response {
    hop(&portal, &token, "/parent/confirm")
}

/// The first hop of « Ce compte n'est pas le mien ».
pub async fn follow_to_not_mine(Path(token): Path<String>, State(portal): State<Portal>) -> Response {
    hop(&portal, &token, "/parent/not-mine")
}

fn hop(portal: &Portal, token: &str, to: &str) -> Response {
    let mut response = flash::redirect(to);
    if cookies::decode(token).is_some() {
        cookies::set(portal, response.headers_mut(), Cookie::MailedLink, token);
    }
    response
}

/// The page with « Confirmer mon courriel ».
pub async fn show_confirm(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some((_, link)) = link_of(&portal, &headers).await? else { return gone(&portal, reader).await };
    let f = frame(&portal, reader).await?;
    let shown = ConfirmPage { in_error: false, email: link.email.unwrap_or_default(), f };
    page(&shown.f, &shown)
}

/// Confirms, also signed out and on another device, and leads home or to the door.
pub async fn confirm(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
    address: ClientAddress,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let token = mailed_links::token_of(&portal, &headers);
    let tx = portal.begin().await?;
    match confirm_email(&tx, &portal, token, address, now, &mut random).await {
        Ok(proved) => {
            tx.commit().await?;
            Ok(done(
                &portal,
                match proved {
                    Proved::First => "email-proofs-confirmed",
                    Proved::Changed => "email-proofs-changed",
                },
            ))
        }
        Err(Stop::Refused(LinkGone)) => {
            drop(tx);
            gone(&portal, reader).await
        }
        Err(Stop::Broken(failure)) => Err(failure.into()),
    }
}

/// The page that says what refusing does.
pub async fn show_not_mine(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some((purpose, link)) = link_of(&portal, &headers).await? else {
        return gone(&portal, reader).await;
    };
    let f = frame(&portal, reader).await?;
    let has_it = purpose == Purpose::ConfirmEmail;
    let shown = NotMinePage { in_error: false, email: link.email.unwrap_or_default(), has_it, f };
    page(&shown.f, &shown)
}

/// Refuses the account.
pub async fn not_mine(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
    address: ClientAddress,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let token = mailed_links::token_of(&portal, &headers);
    let tx = portal.begin().await?;
    match disclaim(&tx, token, address, now, &mut random).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(done(&portal, "email-proofs-refused"))
        }
        Err(Stop::Refused(LinkGone)) => {
            drop(tx);
            gone(&portal, reader).await
        }
        Err(Stop::Broken(failure)) => Err(failure.into()),
    }
}

fn done(portal: &Portal, said: &'static str) -> Response {
    let mut response = flash::redirect_saying(portal, "/parent", said);
    cookies::forget(portal, response.headers_mut(), Cookie::MailedLink);
    response
}

/// The link that this browser brought, while it is good.
async fn link_of(portal: &Portal, headers: &HeaderMap) -> Result<Option<(Purpose, MailedLink)>, Problem> {
    let (token, now) = (mailed_links::token_of(portal, headers), portal.clock.now());
    for purpose in [Purpose::ConfirmEmail, Purpose::ChangeEmail] {
        if let Some(link) = mailed_links::find(portal.read(), purpose, Kind::Guardian, token, now).await? {
            return Ok(Some((purpose, link)));
        }
    }
    Ok(None)
}

/// One page for every link that isn't good: what may have happened, and the way on.
async fn gone(portal: &Portal, reader: Reader) -> Result<Response, Problem> {
    let shown = GonePage { f: frame(portal, reader).await?, in_error: false };
    answer(StatusCode::GONE, &shown)
}

async fn frame(portal: &Portal, reader: Reader) -> Result<Frame, Problem> {
    let district = schools::store::district_name(portal.read()).await?;
    Ok(Frame::new(portal, reader, Face::Family, district))
}
