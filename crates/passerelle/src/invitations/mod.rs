//! A student invites a parent or guardian by e-mail: one mail with a fresh code. Whoever got it by
//! mistake says so in one step.

mod events;
mod invitation;
mod invite;
mod invite_mail;
mod pages;
mod refuse;
mod standing;
pub mod store;
mod withdraw;

use database::typed_id;

pub use invitation::{Invitation, InvitationState};
pub use invite::{InviteRefusal, Invited, NewInvitation, invite};
pub use pages::routes;
pub use refuse::{RefuseRefusal, refuse};
pub use standing::{Standing, standing};
pub use store::{is_for_an_account, proves_address};
pub use withdraw::{WithdrawRefusal, Withdrawn, withdraw};

typed_id!(
    /// Names an invitation.
    InvitationId
);
