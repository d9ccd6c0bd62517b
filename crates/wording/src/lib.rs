//! Sentences in French and English.
//!
//! A [`Catalogue`] turns (language, key, values) into text, with plurals, grouped figures and the
//! typography of Canadian French; [`dates`] writes days and times; [`names`] folds names for
//! searching and keys them for sorting. Nothing here knows a school.

mod catalogue;
pub mod dates;
mod language;
pub mod names;
mod numbers;
mod typography;

pub use catalogue::{Catalogue, CatalogueError, Value};
pub use language::Language;
