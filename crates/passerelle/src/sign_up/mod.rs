//! « Inscrivez-vous maintenant »: a parent or guardian opens an account with an activation code.

mod draft;
mod events;
mod open_account;
mod pages;
mod store;

pub use open_account::{OpenRefusal, Opening, open_account};
pub use pages::routes;
pub use store::sweep;
