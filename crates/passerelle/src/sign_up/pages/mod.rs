//! The pages of signing up: the link of a letter, the form, the question whose child it is.

mod arrive;
mod confirm;
mod form;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/a/{code}", arrive::follow)
        .get("/A/{code}", arrive::follow)
        .get("/a/{code}/{secret}", arrive::follow_invitation)
        .get("/parent/sign-up", form::show)
        .post("/parent/sign-up", form::submit)
        .get("/parent/sign-up/confirm", confirm::show)
        .post("/parent/sign-up/confirm", confirm::submit)
}
