mod download;
mod family;
mod school;
mod told;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff/{school}/audit", school::show)
        .get("/staff/{school}/audit.csv", download::send)
        .get("/parent/children/{child}/access-log", family::of_child)
        .get("/student/access-log", family::of_myself)
}
