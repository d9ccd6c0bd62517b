//! « Supprimer le code »: names the code and the consequence, and asks.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    codes::{CodeId, Deleted, delete, store},
    portal::Portal,
    random,
    staff::frame::{self, Place},
    students::StudentOf,
    web::{Frame, PathParams, Problem, Reader, flash, page},
};

#[derive(Deserialize)]
pub struct Named {
    code: CodeId,
}

#[derive(Template)]
#[template(path = "codes/pages/delete.html")]
struct DeletePage {
    f: Frame,
    in_error: bool,
    code: String,
    student: String,
    back: String,
    here: String,
}

/// Asks; of a code that is gone meanwhile it says so on the student's page.
pub async fn show(
    of: StudentOf,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let back = of.href("access");
    let Some(code) = store::find_unused(portal.read(), of.student.id, named.code).await? else {
        let state = store::state(portal.read(), of.student.id, named.code, portal.clock.now())
            .await?
            .ok_or(Problem::NotFound)?;
        let gone = if state == crate::codes::CodeState::Used {
            "codes-used-meanwhile"
        } else {
            "codes-already-deleted"
        };
        return Ok(flash::redirect_saying(&portal, &back, gone));
    };
    let f = frame::in_school(&portal, reader, &of.counsellor, Place::Students);
    let text = code.text(&portal.keyring).unwrap_or_else(|| f.say("codes-access-unreadable"));
    let shown = DeletePage {
        in_error: false,
        code: text,
        student: of.student.name(),
        back,
        here: of.href(&format!("codes/{}/delete", named.code)),
        f,
    };
    page(&shown.f, &shown)
}

/// Deletes it, and tells truly what became of it.
pub async fn submit(
    of: StudentOf,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let deleted =
        delete(&tx, &of.student, named.code, of.counsellor.id(), &of.counsellor.actor(), now, &mut random)
            .await?;
    tx.commit().await?;
    let said = match deleted {
        Deleted::Now => "codes-deleted",
        Deleted::Before => "codes-already-deleted",
        Deleted::Used => "codes-used-meanwhile",
        Deleted::NoSuchCode => return Err(Problem::NotFound),
    };
    Ok(flash::redirect_saying(&portal, &of.href("access"), said))
}
