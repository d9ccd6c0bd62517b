use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{CodeId, CodeState, events::CodeDeleted, store};
use crate::{
    audit::{self, Actor},
    staff::StaffId,
    students::Student,
};

/// What became of a code that was to be deleted: each is a true answer to the person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deleted {
    Now,
    /// It was deleted before: by another tab, or by somebody else.
    Before,
    /// It has been used meanwhile, and stays used.
    Used,
    /// There is no such code for this student.
    NoSuchCode,
}

/// Deletes a code of this student while it is unused, in the caller's transaction.
/// # Errors
/// What the database said.
pub async fn delete(
    tx: &Tx,
    student: &Student,
    code: CodeId,
    staff: StaffId,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Deleted, DbErr> {
    if store::delete(&**tx, student.id, code, staff, now).await? {
        // The mail that carries it, if it still waits.
        outbox::call_back(&**tx, code.0, now).await?;
        audit::record(
            &**tx,
            &CodeDeleted { code, student: student.id, school: student.school_id },
            by,
            now,
            random,
        )
        .await?;
        return Ok(Deleted::Now);
    }
    Ok(match store::state(&**tx, student.id, code, now).await? {
        Some(CodeState::Used) => Deleted::Used,
        Some(_) => Deleted::Before,
        None => Deleted::NoSuchCode,
    })
}
