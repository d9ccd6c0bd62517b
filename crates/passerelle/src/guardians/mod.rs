//! Parents and guardians: their accounts.

mod email;
pub mod frame;
mod name;
mod session;
pub mod store;

use database::typed_id;

pub use email::{Email, EmailRefusal, masked};
pub use name::{NameRefusal, PersonName};
pub use session::SignedInGuardian;

typed_id!(
    /// Names a parent's or guardian's account.
    GuardianId
);
