use database::{Millis, Tx};
use rand::CryptoRng;

use super::events::RestrictionMade;
use crate::{
    act::Stop,
    audit, codes,
    guardians::{Email, GuardianId, store as guardians},
    guardianships::{
        self, HeldStudent, Remark, Removal, Remover, link_requests,
        restrictions::{self, NewRestriction},
        store as links,
    },
    students::StudentOf,
};

/// Whom a restriction keeps away.
#[derive(Clone, Debug)]
pub enum Adult {
    /// One whom the school knows from the student: linked now or once, or asking to be.
    Known(GuardianId),
    /// Whoever has this address, with or without an account.
    Address(Email),
}

/// Why there is no restriction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RestrictRefusal {
    /// The school doesn't know this adult from the student, or the account is closed.
    Unknown,
    /// The student has left, or is at another school now.
    StudentGone,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Restricted {
    Now,
    /// One that keeps the same adult away is in force already.
    Before,
}

/// Keeps an adult away from a student, in the caller's transaction. The link goes at once, a link that
/// waits is declined, unused codes that were mailed to them are deleted, and mails to them about the
/// student that still wait are called back. Nobody is mailed about it.
/// # Errors
/// [`RestrictRefusal`], or what the database said.
pub async fn restrict(
    tx: &Tx,
    of: &StudentOf,
    adult: &Adult,
    note: &Remark,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Restricted, Stop<RestrictRefusal>> {
    let gone = || Stop::Refused(RestrictRefusal::StudentGone);
    // From here on nobody is linked to the student before this is done.
    let held = HeldStudent::hold(tx, of.student.id).await?;
    let student = held.filter(|held| held.school() == of.counsellor.school_id()).ok_or_else(gone)?;
    let (guardian, email, email_key) = whom(tx, student.id(), adult).await?;
    let before = restrictions::is_in_force_for(&**tx, student.id(), guardian, &email_key).await?;
    let (staff, by) = (of.counsellor.id(), of.counsellor.actor());
    let new = NewRestriction {
        student: student.id(),
        guardian,
        email,
        email_key: &email_key,
        note: note.as_str(),
        by: staff,
    };
    if !before {
        let restriction = restrictions::insert(&**tx, &new, now, random).await?;
        let event =
            RestrictionMade { restriction, guardian, student: student.id(), school: student.school() };
        audit::record(&**tx, &event, &by, now, random).await?;
    }
    if let Some(guardian) = guardian {
        restrictions::bind(&**tx, guardian, &email_key).await?;
        let removal = Removal {
            guardian,
            student: student.id(),
            school: student.school(),
            by: Remover::Staff(staff),
            reason: restrictions::REASON,
        };
        guardianships::remove(tx, &removal, &by, now, random).await?;
        link_requests::decline_of(&**tx, student.id(), guardian, staff, now).await?;
    }
    codes::void_sent_to(tx, &of.student, &email_key, staff, &by, now, random).await?;
    Ok(if before { Restricted::Before } else { Restricted::Now })
}

/// The adult's account, if there is one; the address as typed, if one was; and what it is compared by.
async fn whom<'a>(
    tx: &Tx,
    student: crate::students::StudentId,
    adult: &'a Adult,
) -> Result<(Option<GuardianId>, Option<&'a str>, String), Stop<RestrictRefusal>> {
    match adult {
        Adult::Known(guardian) => {
            let unknown = || Stop::Refused(RestrictRefusal::Unknown);
            let known = restrictions::known(&**tx, student).await?;
            known.iter().find(|adult| adult.id == *guardian).ok_or_else(unknown)?;
            let email_key = links::hold_guardian(&**tx, *guardian).await?.ok_or_else(unknown)?;
            Ok((Some(*guardian), None, email_key))
        }
        Adult::Address(email) => {
            let account = guardians::credentials(&**tx, &email.key()).await?;
            Ok((account.map(|account| account.id), Some(email.as_str()), email.key()))
        }
    }
}
