//! « Le signaler à l'école »: a guardian objects to an adult who was linked after them. Whether there is
//! one, and who, this page doesn't tell.

use axum::{extract::State, response::Response};

use super::QuestionPage;
use crate::{
    concerns::{Concern, ConcernKind},
    guardians::frame::{self, Place},
    guardianships::{GuardianOf, NEWS_MS, circle, object},
    portal::Portal,
    random,
    web::{Problem, Reader, flash, page},
};

/// Asks, and says what follows.
pub async fn show(of: GuardianOf, State(portal): State<Portal>, reader: Reader) -> Result<Response, Problem> {
    let f = frame::of_guardian(&portal, reader, &of.guardian, Place::Children);
    let name = &of.child.given_name;
    let shown = QuestionPage {
        in_error: false,
        title: f.say("guardianships-report-title"),
        text: f.say1("guardianships-report-text", "student", name),
        consequence: f.say("guardianships-report-consequence"),
        yes: f.say("guardianships-object-yes"),
        no: f.say("guardianships-object-no"),
        here: format!("/parent/children/{}/object", of.child.id),
        back: format!("/parent/children/{}", of.child.id),
        f,
    };
    page(&shown.f, &shown)
}

/// Tells the school: of each newcomer, or of nobody by name where there is none.
pub async fn submit(of: GuardianOf, State(portal): State<Portal>) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let (child, me) = (&of.child, of.guardian.id());
    let tx = portal.begin().await?;
    let newcomers = circle::linked_after(&*tx, child.id, me, now - NEWS_MS).await?;
    let mut whom: Vec<_> = newcomers.iter().map(|other| Some(other.guardian)).collect();
    if whom.is_empty() {
        whom.push(None);
    }
    for guardian in whom {
        let concern = Concern {
            kind: ConcernKind::Objection,
            school: child.school_id,
            student: child.id,
            guardian,
            raised_by: "guardian",
        };
        object(&tx, &concern, &of.guardian.actor(), now, &mut random).await?;
    }
    tx.commit().await?;
    let back = format!("/parent/children/{}", child.id);
    Ok(flash::redirect_saying(&portal, &back, "guardianships-reported"))
}
