//! Long work: each job has a page that says what it is, how far it has come, what came of it and what to
//! do next; staff see the jobs of their own school.

mod events;
mod outcome;
mod pages;
mod recent;
mod told;

pub use outcome::{LeftOut, Line, Link, Outcome, Question};
pub use pages::routes;
pub use recent::{Recent, recent_of};
