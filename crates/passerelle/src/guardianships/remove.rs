use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;
use uuid::Uuid;
use wording::Value;

use super::{
    Remark, circle,
    events::{GuardianLeft, LinkRemoved},
    store,
};
use crate::{
    audit::{self, Actor},
    guardians::GuardianId,
    mail::Mail,
    options,
    portal::Portal,
    schools::SchoolId,
    staff::StaffId,
    students::{StudentId, StudentOf},
};

/// Who removes a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Remover {
    /// The guardian themselves.
    Guardian,
    Staff(StaffId),
}

impl Remover {
    pub(super) const fn columns(self, guardian: GuardianId) -> (&'static str, Uuid) {
        match self {
            Self::Guardian => ("guardian", guardian.0),
            Self::Staff(id) => ("staff", id.0),
        }
    }
}

/// A link about to be removed.
#[derive(Clone, Copy, Debug)]
pub struct Removal<'r> {
    pub guardian: GuardianId,
    pub student: StudentId,
    /// Where the student is.
    pub school: SchoolId,
    pub by: Remover,
    /// Why, in the staff's words; empty where a guardian does it.
    pub reason: &'r str,
}

/// Removes a link, in the caller's transaction: from the next request on the guardian sees nothing of
/// the student, and mails to them about the student that still wait are called back. False if there is
/// no link now.
/// # Errors
/// What the database said.
pub async fn remove(
    tx: &Tx,
    removal: &Removal<'_>,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<bool, DbErr> {
    let Some(link) = store::remove(&**tx, removal, now).await? else { return Ok(false) };
    outbox::call_back(&**tx, link.0, now).await?;
    let Removal { guardian, student, school, .. } = *removal;
    match removal.by {
        Remover::Guardian => {
            audit::record(&**tx, &GuardianLeft { guardian, student, school }, by, now, random).await?;
        }
        Remover::Staff(_) => {
            audit::record(&**tx, &LinkRemoved { guardian, student, school }, by, now, random).await?;
        }
    }
    Ok(true)
}

/// The staff remove a link; the guardian is told that, not why. False if there is no link now.
/// # Errors
/// What the database said.
pub async fn remove_by_staff(
    tx: &Tx,
    portal: &Portal,
    of: &StudentOf,
    guardian: GuardianId,
    reason: &Remark,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<bool, DbErr> {
    let removal = Removal {
        guardian,
        student: of.student.id,
        school: of.student.school_id,
        by: Remover::Staff(of.counsellor.id()),
        reason: reason.as_str(),
    };
    if !remove(tx, &removal, &of.counsellor.actor(), now, random).await? {
        return Ok(false);
    }
    let contact = circle::contact(&**tx, guardian).await?;
    if let Some((email, language)) = contact.as_ref().and_then(circle::Contact::mailbox) {
        let options = options::of_school(&**tx, of.student.school_id).await?;
        Mail::new(portal, "link-removed", email, language, "guardianships-mail-removed-subject", &[])
            .on_behalf_of(&of.student.school)
            .reply_to(Some(&options.contact_email))
            .say("guardianships-mail-removed-text", &[("student", Value::from(&of.student.given_name))])
            .action("guardianships-mail-children", "/parent/children")
            .say("guardianships-mail-ask-school", &[])
            .put(tx, now, random)
            .await?;
    }
    Ok(true)
}
