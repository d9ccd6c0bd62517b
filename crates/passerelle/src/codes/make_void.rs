use database::{Millis, Tx};
use sea_orm::DbErr;

use super::{CodeId, store};

/// Ends a mailed code whose invitation ended, in the caller's transaction: while it is unused, it serves
/// no more, and its mail is called back if it still waits. False if the code was used or void before.
/// # Errors
/// What the database said.
pub async fn make_void(tx: &Tx, code: CodeId, now: Millis) -> Result<bool, DbErr> {
    let was_unused = store::make_void(&**tx, code, now).await?;
    if was_unused {
        outbox::call_back(&**tx, code.0, now).await?;
    }
    Ok(was_unused)
}
