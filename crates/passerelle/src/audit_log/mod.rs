//! Reading the audit: the administrators' page, and « Qui a consulté ces renseignements ».

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
}
