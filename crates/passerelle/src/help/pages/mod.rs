mod help;
mod reading;
mod viewer;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/help", help::show)
        .get("/privacy", |state, reader, viewer| {
            let sections = &["what", "long", "who", "rights", "mail", "how"];
            reading::show(state, reader, viewer, "help-privacy", sections)
        })
        .get("/accessibility", |state, reader, viewer| {
            let sections = &["aim", "ways", "limits", "tell"];
            reading::show(state, reader, viewer, "help-accessibility", sections)
        })
}
