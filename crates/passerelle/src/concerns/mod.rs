//! What a school should look at: a newcomer who was objected to, a restricted adult who tried a code,
//! an invitation that reached a stranger. Raised by acts, settled by the staff.

mod events;
mod settle;
pub mod store;

use database::{Millis, typed_id};
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr};

use crate::{guardians::GuardianId, schools::SchoolId, students::StudentId};

pub use settle::{Settled, settle};

typed_id!(
    /// Names a concern.
    ConcernId
);

/// What is the matter. Each is one sentence in `concerns.ftl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ConcernKind {
    /// The student or another guardian says that a linked adult shouldn't be.
    Objection,
    /// An adult who is restricted entered a code, or was invited.
    RestrictedTried,
    /// « Ce n'est pas pour moi »: an invitation reached a stranger.
    InvitationRefused,
}

impl ConcernKind {
    /// As it stands in the column.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Objection => "objection",
            Self::RestrictedTried => "restricted-tried",
            Self::InvitationRefused => "invitation-refused",
        }
    }

    /// The kind that a column names.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Objection, Self::RestrictedTried, Self::InvitationRefused]
            .into_iter()
            .find(|kind| kind.name() == name)
    }

    /// The key of what is the matter, in words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Objection => "concerns-objection",
            Self::RestrictedTried => "concerns-restricted-tried",
            Self::InvitationRefused => "concerns-invitation-refused",
        }
    }
}

/// A concern about to be raised.
#[derive(Clone, Copy, Debug)]
pub struct Concern {
    pub kind: ConcernKind,
    pub school: SchoolId,
    pub student: StudentId,
    /// The adult it is about, where they have an account.
    pub guardian: Option<GuardianId>,
    /// Who raised it: `student`, `guardian`, `stranger`.
    pub raised_by: &'static str,
}

/// Brings something before the school's staff, in the caller's transaction. The same thing that is
/// still open isn't raised twice.
/// # Errors
/// What the database said.
pub async fn raise(
    tx: &impl ConnectionTrait,
    concern: &Concern,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    store::insert(tx, ConcernId::new(now, random), concern, now).await
}
