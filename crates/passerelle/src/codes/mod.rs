//! Activation codes: made for a student, found, used once, deleted while unused.

mod activation_code;
mod add_child_drafts;
mod create;
mod delete;
mod delete_many;
mod disown;
mod events;
mod find;
mod mailed;
mod make_void;
mod pages;
mod redeem;
mod restricted;
mod store;
mod void_sent_to;

use database::typed_id;

pub use activation_code::{CodeState, UnusedCode};
pub use create::{
    CreateRefusal, NewCodes, NewCodesForMany, check_room, create, create_for_invitation, create_for_many,
};
pub use delete::{Deleted, delete};
pub use delete_many::delete_many;
pub use disown::disown;
pub use find::{Found, find, refusal_key, throttles};
pub use make_void::make_void;
pub use pages::routes;
pub use redeem::{RedeemRefusal, Redeemed, redeem};
pub use restricted::{Tried, note_if_restricted, note_restricted};
pub use store::{Usable, any, usable};
pub use void_sent_to::void_sent_to;

pub use add_child_drafts::{DRAFT_LIFE_MS, DraftId, sweep};

typed_id!(
    /// Names an activation code's row.
    CodeId
);
typed_id!(
    /// Names what was made in one go.
    BatchId
);
