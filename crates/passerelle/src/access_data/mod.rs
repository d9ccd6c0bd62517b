//! « Données d'accès du Portfolio du Parent/Gardien »: the school's list of parent accounts, and the
//! reach board: who of the students has nobody here, why, and what to do next.

mod criteria;
mod events;
mod export;
mod pages;
mod reason;
mod store;

pub use pages::routes;
