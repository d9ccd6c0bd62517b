use axum::http::HeaderMap;
use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;
use wording::Language;

use super::Holder;
use crate::{
    guardians::{self, GuardianId},
    mail::Mail,
    mailed_links::{self, Purpose},
    portal::Portal,
    sessions::{
        self, Kind,
        throttle::{self, SIGN_IN_ACCOUNT},
    },
    staff::{self, StaffId},
    students::{self, StudentId},
};

/// A password that its holder chose, hashed.
pub struct NewPassword<'n> {
    pub holder: &'n Holder,
    pub hash: &'n str,
    /// The request of the session that goes on; without one they all end.
    pub keep: Option<&'n HeaderMap>,
    /// The language in which it was chosen.
    pub asked_in: Language,
}

/// Sets a password, in the caller's transaction, with all that follows from it: other sessions end,
/// links for a forgotten one are void, what guessers used up is forgotten, and a mail tells the holder.
/// # Errors
/// What the database said.
pub async fn set_password(
    tx: &Tx,
    portal: &Portal,
    new: &NewPassword<'_>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let Holder { kind, id, .. } = *new.holder;
    match kind {
        Kind::Guardian => guardians::store::set_password(&**tx, GuardianId(id), new.hash).await?,
        Kind::Student => students::store::set_own_password(&**tx, StudentId(id), new.hash).await?,
        Kind::Staff => staff::store::set_password(&**tx, StaffId(id), new.hash).await?,
    }
    match new.keep {
        Some(headers) => sessions::end_others(&**tx, portal, headers, kind, id).await?,
        None => sessions::end_all(&**tx, kind, id).await?,
    };
    mailed_links::void(&**tx, Purpose::ResetPassword, id, now).await?;
    if let Some(name_key) = &new.holder.name_key {
        let subject = throttle::sign_in_subject(kind, name_key);
        throttle::empty(&**tx, &SIGN_IN_ACCOUNT.of(&subject)).await?;
    }
    tell(tx, portal, new, now, random).await
}

/// The mail that says so, and what to do if it was somebody else.
async fn tell(
    tx: &Tx,
    portal: &Portal,
    new: &NewPassword<'_>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let Some(email) = new.holder.email.as_deref().filter(|_| new.holder.is_confirmed) else {
        return Ok(());
    };
    let language = new.holder.language_or(new.asked_in);
    let forgot = format!("{}/forgot", new.holder.kind.face().path());
    Mail::new(portal, "password-changed", email, language, "credentials-mail-subject", &[])
        .about(new.holder.id)
        .say("credentials-mail-text", &[])
        .say("credentials-mail-not-you", &[])
        .action("credentials-mail-action", &forgot)
        .put(tx, now, random)
        .await?;
    Ok(())
}
