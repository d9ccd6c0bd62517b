//! Proving that a guardian's e-mail is theirs: the first one, and one that takes its place.

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
}
