use database::Millis;
use rand::CryptoRng;
use sea_orm::ConnectionTrait;

use super::{GuardianshipId, store};
use crate::{act::Stop, guardians::GuardianId, students::StudentId};

/// Why a guardian isn't linked to a student. Each variant is one sentence in `guardianships.ftl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkRefusal {
    /// They are linked already.
    AlreadyLinked,
}

impl LinkRefusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::AlreadyLinked => "guardianships-already-linked",
        }
    }
}

/// Links a guardian to a student, in the caller's transaction. A link that was removed is made whole
/// again: there is one row for the two, ever.
/// # Errors
/// [`LinkRefusal`], or what the database said.
pub async fn link(
    tx: &impl ConnectionTrait,
    guardian: GuardianId,
    student: StudentId,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), Stop<LinkRefusal>> {
    let id = GuardianshipId::new(now, random);
    let linked = store::insert_or_restore(tx, id, guardian, student, now).await?;
    if linked { Ok(()) } else { Err(Stop::Refused(LinkRefusal::AlreadyLinked)) }
}
