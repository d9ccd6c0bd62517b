//! « Recherche d'élèves »: a school's students by name, number and what is known of them.

mod page;

pub use page::routes;
