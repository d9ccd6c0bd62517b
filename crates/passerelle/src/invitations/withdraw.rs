use database::{Millis, Tx};
use rand::CryptoRng;

use super::{InvitationId, InvitationState, events::InvitationWithdrawn, store};
use crate::{
    act::Stop,
    audit::{self, Actor},
    codes,
    students::StudentId,
};

/// What became of an invitation that was to be taken back: each is a true answer to the student.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Withdrawn {
    Now,
    /// It had ended before.
    Before,
}

/// Why it wasn't taken back; nothing has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WithdrawRefusal {
    /// Somebody has used the code meanwhile, and stays linked.
    Used,
    /// The student has no such invitation.
    NoSuchInvitation,
}

/// Takes a student's invitation back, in the caller's transaction: its code dies, and its mail is called
/// back if it still waits. On `Err` the caller's transaction rolls back.
/// # Errors
/// [`WithdrawRefusal`], or what the database said.
pub async fn withdraw(
    tx: &Tx,
    student: StudentId,
    invitation: InvitationId,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Withdrawn, Stop<WithdrawRefusal>> {
    let before = store::find(&**tx, invitation, student).await?;
    let before = before.ok_or(Stop::Refused(WithdrawRefusal::NoSuchInvitation))?;
    if matches!(before.state(now), InvitationState::Closed | InvitationState::Expired) {
        return Ok(Withdrawn::Before);
    }
    let Some(ended) = store::withdraw(&**tx, invitation, student, now).await? else {
        return Ok(Withdrawn::Before);
    };
    if let Some(code) = ended.code_id
        && !codes::make_void(tx, code, now).await?
    {
        // Used a moment ago, or deleted by the staff: the code's own row tells which.
        let state = store::find(&**tx, invitation, student).await?.map(|after| after.state(now));
        if matches!(state, Some(InvitationState::Used(_))) {
            return Err(Stop::Refused(WithdrawRefusal::Used));
        }
    }
    let event = InvitationWithdrawn {
        invitation,
        code: ended.code_id,
        student: ended.student_id,
        school: ended.school_id,
    };
    audit::record(&**tx, &event, by, now, random).await?;
    Ok(Withdrawn::Now)
}
