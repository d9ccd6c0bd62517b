//! « Mot de passe oublié »: a mailed link, good once and for an hour.

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
}
