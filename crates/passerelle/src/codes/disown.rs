use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{CodeId, events::CodeDisowned, store};
use crate::audit::{self, Actor};

/// « Ce n'est pas mon enfant »: the code stays unused and bears a mark that the school sees.
/// # Errors
/// What the database said.
pub async fn disown(
    tx: &Tx,
    code: CodeId,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    if let Some(of) = store::mark_disowned(&**tx, code, now).await? {
        audit::record(
            &**tx,
            &CodeDisowned { code, student: of.student_id, school: of.school_id },
            by,
            now,
            random,
        )
        .await?;
    }
    Ok(())
}
