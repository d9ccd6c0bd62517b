use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::events::VerificationSwitched;
use crate::{audit, guardianships::restrictions, students::StudentOf};

/// Turns verification on or off, in the caller's transaction. What waits already goes on waiting.
/// # Errors
/// What the database said.
pub async fn switch_verification(
    tx: &Tx,
    of: &StudentOf,
    on: bool,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    if restrictions::set_verification(&**tx, of.student.id, on).await? {
        let event = VerificationSwitched { on, student: of.student.id, school: of.student.school_id };
        audit::record(&**tx, &event, &of.counsellor.actor(), now, random).await?;
    }
    Ok(())
}
