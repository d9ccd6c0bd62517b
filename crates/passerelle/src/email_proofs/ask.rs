use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{
    events::EmailCorrected,
    send::{send_change, send_confirmation, tell_owner},
};
use crate::{
    act::Stop,
    audit::{self, Actor},
    guardians::{
        self, Email,
        store::{Account, EmailTaken},
    },
    mailed_links::{self, Purpose},
    portal::Portal,
    sessions::Kind,
};

/// A guardian wants this e-mail, in the caller's transaction. A confirmed one keeps working until the
/// new one is proved; one that isn't gives way at once and gets nothing more. An address that has an
/// account is left alone: its owner is told, and whoever asked sees what they would see of any other.
/// # Errors
/// [`EmailTaken`]: somebody took it at this very moment, and asking again finds them; or what the
/// database said.
pub async fn ask_for(
    tx: &Tx,
    portal: &Portal,
    account: &Account,
    email: &Email,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), Stop<EmailTaken>> {
    let is_confirmed = account.email_confirmed_at.is_some();
    if !is_confirmed && email.key() != account.email.to_ascii_lowercase() {
        forget_former(tx, account, now).await?;
    }
    let owner = guardians::store::credentials(&**tx, &email.key()).await?;
    if let Some(owner) = owner.filter(|owner| owner.id != account.id)
        && let Some(owner) = guardians::store::find(&**tx, owner.id).await?
    {
        return Ok(stand_in(tx, portal, account, email, &owner, now, random).await?);
    }
    let to = (email.as_str(), account.language());
    if is_confirmed {
        return Ok(send_change(tx, portal, account.id, to, now, random).await?);
    }
    if !guardians::store::correct_email(&**tx, account.id, email).await? {
        return Err(Stop::Refused(EmailTaken));
    }
    if email.key() != account.email.to_ascii_lowercase() {
        audit::record(&**tx, &EmailCorrected { guardian: account.id }, by, now, random).await?;
    }
    Ok(send_confirmation(tx, portal, account.id, to, now, random).await?)
}

/// The address before may be a stranger's: nothing that waits goes there, and no link there is good.
async fn forget_former(tx: &Tx, account: &Account, now: Millis) -> Result<(), DbErr> {
    outbox::call_back(&**tx, account.id.0, now).await?;
    mailed_links::void(&**tx, Purpose::ResetPassword, account.id.0, now).await
}

/// The address is another account's: a link that nobody gets makes the asker's page look the same.
async fn stand_in(
    tx: &Tx,
    portal: &Portal,
    account: &Account,
    email: &Email,
    owner: &Account,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let is_confirmed = account.email_confirmed_at.is_some();
    let purpose = if is_confirmed { Purpose::ChangeEmail } else { Purpose::ConfirmEmail };
    let (kind, email) = (Kind::Guardian, email.as_str());
    let _nobody_gets_it = mailed_links::make(&**tx, purpose, kind, account.id.0, email, now, random).await?;
    let to = (owner.email.as_str(), owner.language());
    if owner.email_confirmed_at.is_some() {
        tell_owner(tx, portal, owner.id, to, now, random).await
    } else {
        // Nothing but the confirmation goes to an unconfirmed address: it lets the owner refuse.
        send_confirmation(tx, portal, owner.id, to, now, random).await
    }
}
