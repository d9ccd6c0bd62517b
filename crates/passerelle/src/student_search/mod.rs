//! « Recherche d'élèves »: a school's students by name, number and what is known of them.

mod choices;
mod criteria;
mod page;
mod store;

pub use choices::{KnownChoices, choices};
pub use page::routes;
pub use store::containing;
