//! « Retirer »: a guardian takes a child off their account.

use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::QuestionPage;
use crate::{
    guardians::{
        SignedInGuardian,
        frame::{self, Place},
    },
    guardianships::{GuardianOf, Removal, Remover, remove, store},
    portal::Portal,
    random,
    students::StudentId,
    web::{PathParams, Problem, Reader, flash, page},
};

#[derive(Deserialize)]
pub struct Named {
    child: StudentId,
}

/// Names the child, and that only a new code undoes it.
pub async fn show(of: GuardianOf, State(portal): State<Portal>, reader: Reader) -> Result<Response, Problem> {
    let f = frame::of_guardian(&portal, reader, &of.guardian, Place::Children);
    let name = of.child.name();
    let shown = QuestionPage {
        in_error: false,
        title: f.say1("guardianships-unlink-title", "student", &of.child.given_name),
        text: f.say1("guardianships-unlink-text", "student", &name),
        consequence: f.say("guardianships-unlink-consequence"),
        yes: f.say("guardianships-unlink-yes"),
        no: f.say("guardianships-unlink-no"),
        here: format!("/parent/children/{}/unlink", of.child.id),
        back: format!("/parent/children/{}", of.child.id),
        f,
    };
    page(&shown.f, &shown)
}

/// Removes the link; a second click finds it done.
pub async fn submit(
    guardian: SignedInGuardian,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let (db, id) = (portal.read(), guardian.id());
    let Some(child) = store::child_of(db, id, named.child).await? else {
        let by = store::removed_by(db, named.child, id).await?;
        return if by.as_deref() == Some("guardian") { Ok(done(&portal)) } else { Err(Problem::NotFound) };
    };
    let removal = Removal {
        guardian: id,
        student: child.id,
        school: child.school_id,
        by: Remover::Guardian,
        reason: "",
    };
    let tx = portal.begin().await?;
    remove(&tx, &removal, &guardian.actor(), portal.clock.now(), &mut random::system()).await?;
    tx.commit().await?;
    Ok(done(&portal))
}

fn done(portal: &Portal) -> Response {
    flash::redirect_saying(portal, "/parent/children", "guardianships-unlinked")
}
