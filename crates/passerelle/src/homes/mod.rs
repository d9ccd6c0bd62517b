//! The first page of each face, and what a family sees of a child and of itself.

mod child;
mod guardian_home;
mod staff_home;
mod student_home;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/parent", guardian_home::show)
        .get("/parent/children", guardian_home::children)
        .get("/parent/children/{child}", child::show)
        .get("/student", student_home::show)
        .get("/staff", staff_home::choose)
        .get("/staff/{school}", staff_home::show)
}
