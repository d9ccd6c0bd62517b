//! What people of all three kinds sign in with: reading it, checking it, setting a new password.
//!
//! Parents, students and staff have accounts of their own in three tables; what a password is and what
//! follows from a new one is the same for all.

mod check_current;
mod events;
mod holder;
mod set_password;
mod store;

pub use check_current::{CurrentRefusal, check_current};
pub use events::{PasswordChanged, PasswordReset, TemporaryPasswordSet};
pub use holder::{Holder, find, of};
pub use set_password::{NewPassword, set_password};
