//! « Retirer le lien »: the staff say why, and the guardian sees nothing of the student any more.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    guardians::GuardianId,
    guardianships::{Remark, RemarkRefusal, remove_by_staff, store},
    portal::Portal,
    random,
    staff::frame::{self, Place},
    students::StudentOf,
    web::{Field, FieldErrors, Form, Frame, PathParams, Problem, Reader, flash, page, refused},
};

/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

#[derive(Deserialize)]
pub struct Named {
    guardian: GuardianId,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RemoveForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "guardianships/pages/remove.html")]
struct RemovePage {
    f: Frame,
    errors: FieldErrors,
    reason: Field,
    longest: usize,
    guardian: String,
    student: String,
    here: String,
    back: String,
}

impl RemovePage {
    fn new(portal: &Portal, reader: Reader, of: &StudentOf, named: &Named, guardian: String) -> Self {
        Self {
            errors: FieldErrors::default(),
            reason: Field::default(),
            longest: LONGEST_REASON,
            guardian,
            student: of.student.name(),
            here: of.href(&format!("guardians/{}/remove", named.guardian)),
            back: of.href("access"),
            f: frame::in_school(portal, reader, &of.counsellor, Place::Students),
        }
    }
}

/// Asks why; of a link that is gone meanwhile it says so on the student's page.
pub async fn show(
    of: StudentOf,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    match store::find(portal.read(), of.student.id, named.guardian).await? {
        Some(linked) => {
            let shown = RemovePage::new(&portal, reader, &of, &named, linked.name);
            page(&shown.f, &shown)
        }
        None => gone(&portal, &of, &named).await,
    }
}

/// Removes the link at once.
pub async fn submit(
    of: StudentOf,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<RemoveForm>,
) -> Result<Response, Problem> {
    let Some(linked) = store::find(portal.read(), of.student.id, named.guardian).await? else {
        return gone(&portal, &of, &named).await;
    };
    let reason = match Remark::parse(&form.reason, LONGEST_REASON) {
        Ok(reason) => reason,
        Err(why) => {
            let mut shown = RemovePage::new(&portal, reader, &of, &named, linked.name);
            shown.reason = Field::with_error(&form.reason, Some(key(why)));
            shown.errors = FieldErrors::of([("reason", &shown.reason)]);
            return refused(&shown);
        }
    };
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    if !remove_by_staff(&tx, &portal, &of, named.guardian, &reason, now, &mut random).await? {
        drop(tx);
        return gone(&portal, &of, &named).await;
    }
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, &of.href("access"), "guardianships-removed"))
}

/// Somebody removed it before; or there never was such a link.
async fn gone(portal: &Portal, of: &StudentOf, named: &Named) -> Result<Response, Problem> {
    store::removed_by(portal.read(), of.student.id, named.guardian).await?.ok_or(Problem::NotFound)?;
    Ok(flash::redirect_saying(portal, &of.href("access"), "guardianships-removed-before"))
}

const fn key(why: RemarkRefusal) -> &'static str {
    match why {
        RemarkRefusal::Empty => "guardianships-reason-empty",
        RemarkRefusal::TooLong => "guardianships-reason-too-long",
        RemarkRefusal::Unprintable => "guardianships-reason-unprintable",
    }
}
