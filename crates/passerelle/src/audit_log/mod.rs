//! Reading the audit: the administrators' page, and « Qui a consulté ces renseignements » for the
//! family and the student.

mod criteria;
mod events;
mod pages;
mod shown;
mod store;

pub use pages::routes;
