//! The pages of codes: a student's codes, deleting one, adding a child with one.

mod access;
mod add_child;
mod delete;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff/{school}/students/{student}/access", access::show)
        .post("/staff/{school}/students/{student}/access", access::submit)
        .get("/staff/{school}/students/{student}/codes/{code}/delete", delete::show)
        .post("/staff/{school}/students/{student}/codes/{code}/delete", delete::submit)
        .get("/parent/children/add", add_child::show)
        .post("/parent/children/add", add_child::submit)
        .get("/parent/children/add/{draft}", add_child::show_confirmation)
        .post("/parent/children/add/{draft}", add_child::confirm)
}
