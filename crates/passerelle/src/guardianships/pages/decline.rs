//! « Refuser le lien »: names who waits for whom, and asks.

use askama::Template;
use axum::{extract::State, response::Response};

use super::to_check::{self, NamedRequest};
use crate::{
    act::Stop,
    guardianships::{self, link_requests},
    portal::Portal,
    random,
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    web::{Frame, PathParams, Problem, Reader, page},
};

#[derive(Template)]
#[template(path = "guardianships/pages/decline.html")]
struct DeclinePage {
    f: Frame,
    in_error: bool,
    guardian: String,
    student: String,
    here: String,
    back: String,
}

/// Asks; of one that was decided meanwhile it says so.
pub async fn show(
    of: CounsellorOf,
    PathParams(named): PathParams<NamedRequest>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let found = link_requests::find_waiting(portal.read(), named.request, of.school_id()).await?;
    let Some(waiting) = found else { return to_check::gone(&portal, &of, named.request).await };
    let shown = DeclinePage {
        in_error: false,
        student: waiting.student(),
        guardian: waiting.adult,
        here: of.href(&format!("link-requests/{}/decline", named.request)),
        back: of.href("accounts/to-check"),
        f: frame::in_school(&portal, reader, &of, Place::Accounts),
    };
    page(&shown.f, &shown)
}

/// Declines.
pub async fn submit(
    of: CounsellorOf,
    PathParams(named): PathParams<NamedRequest>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    match guardianships::decline(&tx, &portal, &of, named.request, now, &mut random).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(to_check::back(&portal, &of, "guardianships-declined"))
        }
        Err(Stop::Refused(_)) => {
            drop(tx);
            to_check::gone(&portal, &of, named.request).await
        }
        Err(Stop::Broken(failure)) => Err(failure.into()),
    }
}
