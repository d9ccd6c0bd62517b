use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{CodeId, events::CodeDeleted, store};
use crate::{
    audit::{self, Actor},
    schools::SchoolId,
    staff::StaffId,
    students::StudentId,
};

/// Deletes those of these codes that nobody has used, in the caller's transaction, and gives them with
/// their students. Mails that carry one and still wait are called back.
/// # Errors
/// What the database said.
pub async fn delete_many(
    tx: &Tx,
    codes: &[CodeId],
    school: SchoolId,
    staff: StaffId,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Vec<(CodeId, StudentId)>, DbErr> {
    let deleted = store::delete_many(&**tx, codes, staff, now).await?;
    let event = |row: &store::DeletedCode| CodeDeleted { code: row.id, student: row.student_id, school };
    let events: Vec<CodeDeleted> = deleted.iter().map(event).collect();
    audit::record_each(&**tx, &events, by, now, random).await?;
    for mailed in deleted.iter().filter(|row| row.channel == "email") {
        outbox::call_back(&**tx, mailed.id.0, now).await?;
    }
    Ok(deleted.into_iter().map(|row| (row.id, row.student_id)).collect())
}
