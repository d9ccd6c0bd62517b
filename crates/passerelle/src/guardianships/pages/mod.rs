//! The pages of links: removing one, objecting to one, and what the staff should look at.

mod decline;
mod newcomer;
mod remove;
mod report;
mod to_check;
mod unlink;

use askama::Template;

use crate::web::{Frame, Routes};

/// A question to a family: what is about to happen, yes, and a way back.
#[derive(Template)]
#[template(path = "guardianships/pages/question.html")]
struct QuestionPage {
    f: Frame,
    in_error: bool,
    title: String,
    text: String,
    /// What follows from it, and what doesn't.
    consequence: String,
    yes: String,
    no: String,
    here: String,
    back: String,
}

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/parent/children/{child}/unlink", unlink::show)
        .post("/parent/children/{child}/unlink", unlink::submit)
        .get("/parent/children/{child}/object", report::show)
        .post("/parent/children/{child}/object", report::submit)
        .post("/student/guardians/{guardian}/seen", newcomer::seen)
        .get("/student/guardians/{guardian}/object", newcomer::show)
        .post("/student/guardians/{guardian}/object", newcomer::submit)
        .get("/staff/{school}/students/{student}/guardians/{guardian}/remove", remove::show)
        .post("/staff/{school}/students/{student}/guardians/{guardian}/remove", remove::submit)
        .get("/staff/{school}/accounts/to-check", to_check::show)
        .post("/staff/{school}/concerns/{concern}/settle", to_check::settle)
        .post("/staff/{school}/link-requests/{request}/accept", to_check::accept)
        .get("/staff/{school}/link-requests/{request}/decline", decline::show)
        .post("/staff/{school}/link-requests/{request}/decline", decline::submit)
}
