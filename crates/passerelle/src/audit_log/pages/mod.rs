//! The pages of the audit.

mod looks;
mod school;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff/{school}/audit", school::show)
        .get("/staff/{school}/audit.csv", school::download)
        .get("/parent/children/{child}/access-log", looks::of_child)
        .get("/student/access-log", looks::of_myself)
}
