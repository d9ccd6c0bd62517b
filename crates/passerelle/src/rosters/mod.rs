//! The roster: districts, schools, staff and students from the school's information system.
//!
//! An import reads the bundle twice: once to find everything that is wrong with it, and, if nothing
//! is, once to apply it in one transaction. What is held in memory are ids and homerooms, never rows.

mod apply;
mod check;
mod import;
mod problem;
mod reference;
mod store;

pub use import::{ImportStopped, ImportSummary, import};
pub use problem::{Problems, RosterProblem};
