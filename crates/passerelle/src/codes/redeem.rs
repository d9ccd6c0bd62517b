use database::{Millis, Tx};
use rand::CryptoRng;

use super::{CodeId, events::CodeUsed, store};
use crate::{
    act::Stop,
    audit::{self, Actor},
    guardians::GuardianId,
    guardianships::{self, LinkRefusal},
    students::StudentId,
};

/// Why a code wasn't redeemed; in every case it keeps its state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RedeemRefusal {
    /// Used, deleted, expired, or its student has left: one answer, so that nothing is learnt.
    NotUsable,
    /// Already linked: `guardianships` decides.
    Link(LinkRefusal),
}

impl RedeemRefusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotUsable => "codes-not-usable",
            Self::Link(why) => why.key(),
        }
    }
}

/// Uses up the code and links its student to the guardian. On `Err` the caller's transaction rolls
/// back. Of any number of simultaneous tries one wins.
/// # Errors
/// [`RedeemRefusal`], or what the database said.
pub async fn redeem(
    tx: &Tx,
    guardian: GuardianId,
    code: CodeId,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<StudentId, Stop<RedeemRefusal>> {
    let of =
        store::claim(&**tx, code, guardian, now).await?.ok_or(Stop::Refused(RedeemRefusal::NotUsable))?;
    guardianships::link(&**tx, guardian, of.student_id, now, random)
        .await
        .map_err(|stop| stop.map(RedeemRefusal::Link))?;
    audit::record(&**tx, &CodeUsed { code, student: of.student_id, school: of.school_id }, by, now, random)
        .await?;
    Ok(of.student_id)
}
