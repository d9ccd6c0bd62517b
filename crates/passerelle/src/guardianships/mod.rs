//! The links between guardians and students.

mod guardian_of;
mod link;
pub mod store;

use database::typed_id;

pub use guardian_of::GuardianOf;
pub use link::{LinkRefusal, link};

typed_id!(
    /// Names a link.
    GuardianshipId
);
