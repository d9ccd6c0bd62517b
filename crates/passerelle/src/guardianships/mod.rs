//! The links between guardians and students: made, awaited, objected to, removed, forbidden.

mod announce;
mod channel;
pub mod circle;
mod decide;
mod events;
mod guardian_of;
mod held;
mod link;
pub mod link_requests;
mod object;
mod pages;
mod remark;
mod remove;
pub mod restrictions;
pub mod store;

use database::typed_id;

pub use channel::Channel;
pub use decide::{DecideRefusal, accept, decline};
pub use guardian_of::GuardianOf;
pub use held::HeldStudent;
pub use link::{LinkRefusal, Linked, NewLink, link, link_quietly};
pub use object::object;
pub use pages::routes;
pub use remark::{Remark, RemarkRefusal};
pub use remove::{Removal, Remover, remove, remove_by_staff};

typed_id!(
    /// Names a link.
    GuardianshipId
);

/// For how long a newcomer is new to the other guardians, and a removal is told.
pub const NEWS_MS: database::Millis = 30 * database::DAY_MS;
