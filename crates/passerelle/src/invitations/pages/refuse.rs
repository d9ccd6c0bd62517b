//! « Ce n'est pas pour moi »: whoever got an invitation by mistake says so. The link's secret goes into
//! a short-lived cookie, and opening a page does nothing: only the button does.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};

use crate::{
    act::Stop,
    audit::Actor,
    invitations::{refuse, store},
    mailed_links,
    portal::Portal,
    random, schools,
    web::{
        Face, Frame, Problem, Reader,
        address::ClientAddress,
        cookies::{self, Cookie},
        flash, page,
    },
};

/// What the holder of a mail can still do.
enum Can {
    Refuse {
        student: String,
        school: String,
    },
    /// It is done.
    Refused,
    /// Somebody has used the code.
    Used,
    /// The link isn't whole, or the cookie is gone.
    Nothing,
}

#[derive(Template)]
#[template(path = "invitations/pages/refuse.html")]
struct RefusePage {
    f: Frame,
    in_error: bool,
    can: Can,
}

/// `/invitation/{secret}`: leads on without the secret, so that it stays in no address.
pub async fn arrive(Path(secret): Path<String>, State(portal): State<Portal>) -> Response {
    let mut response = flash::redirect("/invitation");
    if cookies::decode(&secret).is_some() {
        cookies::set(&portal, response.headers_mut(), Cookie::MailedLink, &secret);
    }
    response
}

/// Asks, or says what became of it.
pub async fn show(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mailed = store::mailed(portal.read(), mailed_links::token_of(&portal, &headers)).await?;
    let can = match mailed {
        None => Can::Nothing,
        Some(mailed) if mailed.refused_at.is_some() => Can::Refused,
        Some(mailed) if mailed.code_used_at.is_some() => Can::Used,
        Some(mailed) => Can::Refuse { student: mailed.given_name, school: mailed.school },
    };
    let district = schools::store::district_name(portal.read()).await?;
    let f = Frame::new(&portal, reader, Face::Family, district);
    let shown = RefusePage { f, in_error: false, can };
    page(&shown.f, &shown)
}

/// The button. The same page says what became of it, as often as it is pressed.
pub async fn submit(
    State(portal): State<Portal>,
    headers: HeaderMap,
    address: ClientAddress,
) -> Result<Response, Problem> {
    let secret = mailed_links::token_of(&portal, &headers);
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    match refuse(&tx, secret, &Actor::stranger(address), now, &mut random).await {
        Ok(()) => tx.commit().await?,
        Err(Stop::Refused(_)) => drop(tx),
        Err(Stop::Broken(failure)) => return Err(failure.into()),
    }
    Ok(flash::redirect("/invitation"))
}
