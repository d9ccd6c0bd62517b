//! « Restrictions »: an adult who must not be linked to a student, invited or written to about them,
//! until an administrator lifts it; and verification, under which every new link waits.

mod events;
mod lift;
mod pages;
mod restrict;
mod verification;

pub use lift::lift;
pub use pages::routes;
pub use restrict::{Adult, RestrictRefusal, Restricted, restrict};
pub use verification::switch_verification;
