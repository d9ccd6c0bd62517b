//! One's own account: name, e-mail, password, language, devices, data, closing it.

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
}
