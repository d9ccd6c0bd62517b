use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{ConcernId, events::ConcernSettled, store};
use crate::{audit, staff::CounsellorOf};

/// What became of a concern that was to be settled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Settled {
    Now,
    /// Somebody did it before.
    Before,
    /// There is no such concern at this school.
    NoSuchConcern,
}

/// « C'est réglé »: takes a concern off the list, in the caller's transaction. Nothing else is changed
/// by it.
/// # Errors
/// What the database said.
pub async fn settle(
    tx: &Tx,
    of: &CounsellorOf,
    concern: ConcernId,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Settled, DbErr> {
    let school = of.school_id();
    if let Some(student) = store::settle(&**tx, concern, school, of.id(), now).await? {
        let event = ConcernSettled { concern, student, school };
        audit::record(&**tx, &event, &of.actor(), now, random).await?;
        return Ok(Settled::Now);
    }
    let known = store::is_known(&**tx, concern, school).await?;
    Ok(if known { Settled::Before } else { Settled::NoSuchConcern })
}
