use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{events::CodeDeleted, mailed};
use crate::{
    audit::{self, Actor},
    staff::StaffId,
    students::Student,
};

/// Deletes the unused codes of a student that were mailed to an address, and calls back the mails that
/// still wait. The caller's transaction holds the student.
/// # Errors
/// What the database said.
pub async fn void_sent_to(
    tx: &Tx,
    student: &Student,
    email_key: &str,
    staff: StaffId,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    for code in mailed::delete_sent_to(&**tx, student.id, email_key, staff, now).await? {
        outbox::call_back(&**tx, code.0, now).await?;
        let event = CodeDeleted { code, student: student.id, school: student.school_id };
        audit::record(&**tx, &event, by, now, random).await?;
    }
    Ok(())
}
