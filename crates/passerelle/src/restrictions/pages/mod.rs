//! The pages of restrictions: administrators alone see them.

mod lift;
mod list;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff/{school}/students/{student}/restrictions", list::show)
        .post("/staff/{school}/students/{student}/restrictions", list::submit)
        .post("/staff/{school}/students/{student}/restrictions/verification", list::switch)
        .get("/staff/{school}/students/{student}/restrictions/{restriction}/lift", lift::show)
        .post("/staff/{school}/students/{student}/restrictions/{restriction}/lift", lift::submit)
}
