//! « Lever la restriction »: names whom, and that the link doesn't come back by it.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    guardianships::restrictions::{self as kept, Restriction, RestrictionId},
    portal::Portal,
    random,
    restrictions::lift,
    staff::{
        AdministratorOf,
        frame::{self, Place},
    },
    students::StudentOf,
    web::{Frame, PathParams, Problem, Reader, flash, page},
};

#[derive(Deserialize)]
pub struct Named {
    restriction: RestrictionId,
}

#[derive(Template)]
#[template(path = "restrictions/pages/lift.html")]
struct LiftPage {
    f: Frame,
    in_error: bool,
    restriction: Restriction,
    student: String,
    here: String,
    back: String,
}

/// Asks; of one that was lifted meanwhile it says so.
pub async fn show(
    _: AdministratorOf,
    of: StudentOf,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let restriction = find(&portal, &of, named.restriction).await?;
    if restriction.lifted_at.is_some() {
        return Ok(flash::redirect_saying(&portal, &of.href("restrictions"), "restrictions-lifted-before"));
    }
    let shown = LiftPage {
        in_error: false,
        student: of.student.name(),
        here: of.href(&format!("restrictions/{}/lift", restriction.id)),
        back: of.href("restrictions"),
        restriction,
        f: frame::in_school(&portal, reader, &of.counsellor, Place::Students),
    };
    page(&shown.f, &shown)
}

/// Lifts it.
pub async fn submit(
    _: AdministratorOf,
    of: StudentOf,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let lifted = lift(&tx, &of, named.restriction, now, &mut random).await?;
    tx.commit().await?;
    if !lifted {
        find(&portal, &of, named.restriction).await?;
    }
    let said = if lifted { "restrictions-lifted" } else { "restrictions-lifted-before" };
    Ok(flash::redirect_saying(&portal, &of.href("restrictions"), said))
}

async fn find(portal: &Portal, of: &StudentOf, id: RestrictionId) -> Result<Restriction, Problem> {
    kept::find(portal.read(), of.student.id, id).await?.ok_or(Problem::NotFound)
}
