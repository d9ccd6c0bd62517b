//! « Données d'accès du Portfolio du Parent/Gardien »: the school's list of parent accounts, and the reach board.

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
}
