use database::Millis;
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{CodeId, events::RestrictedTried, store};
use crate::{
    audit::{self, Actor},
    concerns::{self, Concern, ConcernKind},
    guardians::GuardianId,
    guardianships::{HeldStudent, restrictions},
    portal::Portal,
};

/// Somebody who entered a good code.
#[derive(Clone, Copy, Debug)]
pub struct Tried<'t> {
    pub code: CodeId,
    /// Their account; none at sign-up.
    pub guardian: Option<GuardianId>,
    /// What their address is compared by.
    pub email_key: &'t str,
    pub by: Actor,
}

/// Whether a restriction keeps them from the code's student. If so the staff are told.
/// # Errors
/// What the database said.
pub async fn note_if_restricted(
    portal: &Portal,
    tried: &Tried<'_>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<bool, DbErr> {
    let Some(of) = store::usable(portal.read(), tried.code, now).await? else { return Ok(false) };
    let email_key = tried.email_key;
    let restricted =
        restrictions::is_in_force_for(portal.read(), of.student_id, tried.guardian, email_key).await?;
    if restricted {
        note_restricted(portal, tried, now, random).await?;
    }
    Ok(restricted)
}

/// Tells the staff that a restricted adult entered a code. In a transaction of its own: the one in which
/// they were refused has rolled back. A restriction that named an address names the account from now on.
/// # Errors
/// What the database said.
pub async fn note_restricted(
    portal: &Portal,
    tried: &Tried<'_>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let tx = portal.begin().await?;
    let Some(of) = store::usable(&*tx, tried.code, now).await? else { return Ok(()) };
    let Some(student) = HeldStudent::hold(&tx, of.student_id).await? else { return Ok(()) };
    if let Some(guardian) = tried.guardian {
        restrictions::bind(&*tx, guardian, tried.email_key).await?;
    }
    let concern = Concern {
        kind: ConcernKind::RestrictedTried,
        school: student.school(),
        student: student.id(),
        guardian: tried.guardian,
        raised_by: if tried.guardian.is_some() { "guardian" } else { "stranger" },
    };
    concerns::raise(&*tx, &concern, now, random).await?;
    let event = RestrictedTried { code: tried.code, student: student.id(), school: student.school() };
    audit::record(&*tx, &event, &tried.by, now, random).await?;
    tx.commit().await
}
