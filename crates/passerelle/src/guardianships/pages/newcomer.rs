//! A student answers to a newcomer: « C'est bien », or « Ce n'est pas normal ».

use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::QuestionPage;
use crate::{
    audit::Actor,
    concerns::{Concern, ConcernKind},
    guardians::GuardianId,
    guardianships::{circle, object, store},
    portal::Portal,
    random,
    sessions::Kind,
    students::{Myself, frame},
    web::{PathParams, Problem, Reader, address::ClientAddress, flash, page},
};

#[derive(Deserialize)]
pub struct Named {
    guardian: GuardianId,
}

/// « C'est bien »: the card goes.
pub async fn seen(
    myself: Myself,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let now = portal.clock.now();
    let tx = portal.begin().await?;
    if !store::mark_seen(&*tx, myself.0.id, named.guardian, now).await? {
        return Err(Problem::NotFound);
    }
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, "/student", "guardianships-seen"))
}

/// Names the adult and what the school will do.
pub async fn show(
    myself: Myself,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let linked = store::find(portal.read(), myself.0.id, named.guardian).await?.ok_or(Problem::NotFound)?;
    let f = frame::of_student(&portal, reader, &myself, true);
    let shown = QuestionPage {
        in_error: false,
        title: f.say("guardianships-object-title"),
        text: f.say1("guardianships-object-text", "guardian", &linked.name),
        consequence: f.say("guardianships-object-consequence"),
        yes: f.say("guardianships-object-yes"),
        no: f.say("guardianships-object-no"),
        here: format!("/student/guardians/{}/object", named.guardian),
        back: "/student".to_owned(),
        f,
    };
    page(&shown.f, &shown)
}

/// Tells the school. The link stays until the staff have looked; the card goes.
pub async fn submit(
    myself: Myself,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    address: ClientAddress,
) -> Result<Response, Problem> {
    let (student, now, mut random) = (myself.0.id, portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let linked = store::find(&*tx, student, named.guardian).await?;
    let about = circle::about(&*tx, student).await?;
    let (Some(_), Some(about)) = (linked, about) else { return Err(Problem::NotFound) };
    let concern = Concern {
        kind: ConcernKind::Objection,
        school: about.school_id,
        student,
        guardian: Some(named.guardian),
        raised_by: "student",
    };
    let by = Actor::person(Kind::Student, student.0, address);
    object(&tx, &concern, &by, now, &mut random).await?;
    store::mark_seen(&*tx, student, named.guardian, now).await?;
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, "/student", "guardianships-objected"))
}
