use database::{Millis, Tx};
use rand::CryptoRng;

use super::{CodeId, events::CodeUsed, store};
use crate::{
    act::Stop,
    audit::{self, Actor},
    guardians::GuardianId,
    guardianships::{self, Channel, HeldStudent, LinkRefusal, Linked, NewLink},
    portal::Portal,
    schools::SchoolId,
    students::StudentId,
};

/// Why a code wasn't redeemed; in every case it keeps its state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RedeemRefusal {
    /// Used, deleted, expired, or its student has left: one answer, so that nothing is learnt.
    NotUsable,
    /// Already linked, waiting or restricted: `guardianships` decides.
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

/// What a code was used for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Redeemed {
    pub student: StudentId,
    /// Where the student is.
    pub school: SchoolId,
    pub linked: Linked,
}

/// Uses up the code and links its student to the guardian, or lets the link wait for the school. On
/// `Err` the caller's transaction rolls back; where a restriction was the reason, [`super::note_restricted`]
/// then tells the staff. Of any number of simultaneous tries one wins.
/// # Errors
/// [`RedeemRefusal`], or what the database said.
pub async fn redeem(
    tx: &Tx,
    portal: &Portal,
    guardian: GuardianId,
    code: CodeId,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Redeemed, Stop<RedeemRefusal>> {
    let not_usable = || Stop::Refused(RedeemRefusal::NotUsable);
    // The student before the code, as in every act that changes both.
    let of = store::usable(&**tx, code, now).await?.ok_or_else(not_usable)?;
    let student = HeldStudent::hold(tx, of.student_id).await?.ok_or_else(not_usable)?;
    let of = store::claim(&**tx, code, guardian, now).await?.ok_or_else(not_usable)?;
    let new = NewLink { guardian, code: code.0, channel: Channel::parse(&of.channel) };
    let linked = guardianships::link(tx, portal, &student, &new, by, now, random)
        .await
        .map_err(|stop| stop.map(RedeemRefusal::Link))?;
    audit::record(&**tx, &CodeUsed { code, student: of.student_id, school: of.school_id }, by, now, random)
        .await?;
    Ok(Redeemed { student: of.student_id, school: of.school_id, linked })
}
