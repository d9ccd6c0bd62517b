use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::{
    Channel, GuardianshipId, HeldStudent, announce::announce, events::LinkRequested, link_requests, store,
};
use crate::{
    act::Stop,
    audit::{self, Actor},
    guardians::GuardianId,
    portal::Portal,
    students::StudentId,
};

/// Why a guardian isn't linked to a student. Each variant is one sentence in `guardianships.ftl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkRefusal {
    /// They are linked already.
    AlreadyLinked,
    /// They have used a code before, and the school is still checking.
    AlreadyWaiting,
    /// A restriction is in force: the school is told, the adult only that it has to check.
    MustVerify,
    /// The account was closed meanwhile.
    AccountClosed,
}

impl LinkRefusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::AlreadyLinked => "guardianships-already-linked",
            Self::AlreadyWaiting => "guardianships-already-waiting",
            Self::MustVerify => "guardianships-must-verify",
            Self::AccountClosed => "guardianships-account-closed",
        }
    }
}

/// What a good code made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Linked {
    /// The guardian sees the child from the next request on.
    Now,
    /// The student is on verification: the school decides.
    Waiting,
}

/// Who is to be linked, by which code.
#[derive(Clone, Copy, Debug)]
pub struct NewLink {
    pub guardian: GuardianId,
    /// The code's id; codes are a room above.
    pub code: Uuid,
    pub channel: Channel,
}

/// Links a guardian to a student, or lets the link wait for the school, in the caller's transaction.
/// A link that was removed is made whole again: there is one row for the two, ever. Those whom it
/// concerns are told.
/// # Errors
/// [`LinkRefusal`], or what the database said.
pub async fn link(
    tx: &Tx,
    portal: &Portal,
    student: &HeldStudent,
    new: &NewLink,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Linked, Stop<LinkRefusal>> {
    let closed = Stop::Refused(LinkRefusal::AccountClosed);
    let email_key = store::hold_guardian(&**tx, new.guardian).await?.ok_or(closed)?;
    let standing = store::standing(&**tx, student.id(), new.guardian, &email_key).await?;
    if let Some(why) = standing.refusal() {
        return Err(Stop::Refused(why));
    }
    if student.is_on_verification() {
        link_requests::insert(&**tx, student.id(), new, now, random).await?;
        let event = LinkRequested { guardian: new.guardian, student: student.id(), school: student.school() };
        audit::record(&**tx, &event, by, now, random).await?;
        return Ok(Linked::Waiting);
    }
    make(tx, portal, student, new.guardian, new.channel, now, random).await?;
    Ok(Linked::Now)
}

/// Makes the link itself and tells those whom it concerns; gives its id.
/// # Errors
/// [`LinkRefusal::AlreadyLinked`], or what the database said.
pub(super) async fn make(
    tx: &Tx,
    portal: &Portal,
    student: &HeldStudent,
    guardian: GuardianId,
    channel: Channel,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<GuardianshipId, Stop<LinkRefusal>> {
    let row = store::NewRow {
        id: GuardianshipId::new(now, random),
        guardian,
        student: student.id(),
        channel,
        seen_by_student_at: None,
    };
    let made = store::insert_or_restore(&**tx, &row, now).await?;
    let link = made.ok_or(Stop::Refused(LinkRefusal::AlreadyLinked))?;
    announce(tx, portal, student.id(), guardian, now, random).await?;
    Ok(link)
}

/// Links without a code, and tells nobody: for the demonstration and for tests, where the two have
/// known each other for long.
/// # Errors
/// What the database said.
pub async fn link_quietly(
    tx: &impl ConnectionTrait,
    guardian: GuardianId,
    student: StudentId,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let row = store::NewRow {
        id: GuardianshipId::new(now, random),
        guardian,
        student,
        channel: Channel::Screen,
        seen_by_student_at: Some(now),
    };
    store::insert_or_restore(tx, &row, now).await.map(drop)
}
