//! The pages of options: « Options du Portfolio », its history, the school's logo.

mod history;
mod logo;
mod settings;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff/{school}/options", settings::show)
        .post("/staff/{school}/options", settings::submit)
        .get("/staff/{school}/options/history", history::show)
        .post("/staff/{school}/options/logo", logo::submit)
        .get("/staff/{school}/options/logo/remove", logo::show_removal)
        .post("/staff/{school}/options/logo/remove", logo::remove)
        .get("/logos/{school}/{digest}", logo::serve)
}
