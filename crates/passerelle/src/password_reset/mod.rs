//! « Mot de passe oublié »: a mailed link, good once and for an hour, for parents, students and staff.

mod ask;
mod pages;
mod reset;
mod store;

pub use ask::ask;
pub use pages::routes;
pub use reset::{LinkGone, Reset, reset};
