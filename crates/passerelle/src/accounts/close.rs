use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{
    events::{AccountClosed, GuardianLeft},
    store,
};
use crate::{
    audit::{self, Actor},
    guardians::{self, store::Account},
    mailed_links::{self, Purpose},
    sessions::{self, Kind},
};

/// Closes a guardian's account for good, in the caller's transaction; false if it was closed before.
/// Children are unlinked, name and e-mail erased, sessions and mailed links end, and waiting mails are
/// called back. Used codes stay used; the school keeps its record.
///
/// The account's row is changed first: whoever signs in to it or spends a code for it at the same time
/// either is done before and undone here, or finds it closed.
/// # Errors
/// What the database said.
pub async fn close(
    tx: &Tx,
    account: &Account,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<bool, DbErr> {
    let guardian = account.id;
    if !guardians::store::close(&**tx, guardian, now).await? {
        return Ok(false);
    }
    for ended in store::end_links(&**tx, guardian, now).await? {
        let event = GuardianLeft { guardian, student: ended.student_id, school: ended.school_id };
        audit::record(&**tx, &event, by, now, random).await?;
    }
    sessions::end_all(&**tx, Kind::Guardian, guardian.0).await?;
    for purpose in [Purpose::ResetPassword, Purpose::ConfirmEmail, Purpose::ChangeEmail] {
        mailed_links::void(&**tx, purpose, guardian.0, now).await?;
    }
    outbox::call_back(&**tx, guardian.0, now).await?;
    if !account.email.is_empty() {
        store::call_back_mails(&**tx, &account.email.to_ascii_lowercase(), now).await?;
    }
    store::forget_traces(&**tx, guardian, now).await?;
    audit::record(&**tx, &AccountClosed { guardian }, by, now, random).await?;
    Ok(true)
}
