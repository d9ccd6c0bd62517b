//! The pages of invitations: a student invites and takes back; whoever got one by mistake says so.

mod cancel;
mod invite;
mod refuse;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/student/invite", invite::show)
        .post("/student/invite", invite::submit)
        .get("/student/invitations/{invitation}/cancel", cancel::show)
        .post("/student/invitations/{invitation}/cancel", cancel::submit)
        .get("/invitation/{secret}", refuse::arrive)
        .get("/invitation", refuse::show)
        .post("/invitation", refuse::submit)
}
