//! Reading the audit: « Registre », the administrators' page with its file, and « Qui a consulté ces
//! renseignements », the family's.

mod criteria;
mod events;
mod export;
mod known;
mod pages;

pub use known::{KNOWN, Kind, Known, find};
pub use pages::routes;
