use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::events::RestrictionLifted;
use crate::{
    audit,
    guardianships::restrictions::{self, RestrictionId},
    students::StudentOf,
};

/// Lifts a restriction, in the caller's transaction. The link that it removed doesn't come back: the
/// adult needs a new code. False if it isn't in force.
/// # Errors
/// What the database said.
pub async fn lift(
    tx: &Tx,
    of: &StudentOf,
    restriction: RestrictionId,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<bool, DbErr> {
    if !restrictions::lift(&**tx, of.student.id, restriction, of.counsellor.id(), now).await? {
        return Ok(false);
    }
    let event = RestrictionLifted { restriction, student: of.student.id, school: of.student.school_id };
    audit::record(&**tx, &event, &of.counsellor.actor(), now, random).await?;
    Ok(true)
}
