use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;
use wording::Language;

use crate::{
    guardians::GuardianId,
    mail::Mail,
    mailed_links::{self, Purpose},
    portal::Portal,
    sessions::Kind,
};

/// Mails an account's address the link that confirms it, in the caller's transaction. The mail names
/// no child and no school, and lets a stranger who gets it refuse the account.
/// # Errors
/// What the database said.
pub async fn send_confirmation(
    tx: &Tx,
    portal: &Portal,
    guardian: GuardianId,
    (email, language): (&str, Language),
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let (purpose, kind) = (Purpose::ConfirmEmail, Kind::Guardian);
    let token = mailed_links::make(&**tx, purpose, kind, guardian.0, email, now, random).await?;
    Mail::new(portal, "confirm-email", email, language, "email-proofs-mail-subject", &[])
        .about(guardian.0)
        .say("email-proofs-mail-text", &[])
        .action("email-proofs-mail-action", &format!("/parent/confirm/{token}"))
        .say("email-proofs-mail-days", &[])
        .aside(
            "email-proofs-mail-stranger",
            "email-proofs-mail-not-mine",
            &format!("/parent/not-mine/{token}"),
        )
        .put(tx, now, random)
        .await?;
    Ok(())
}

/// Mails an address the link by which it takes the place of an account's own.
pub async fn send_change(
    tx: &Tx,
    portal: &Portal,
    guardian: GuardianId,
    (email, language): (&str, Language),
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let (purpose, kind) = (Purpose::ChangeEmail, Kind::Guardian);
    let token = mailed_links::make(&**tx, purpose, kind, guardian.0, email, now, random).await?;
    Mail::new(portal, "change-email", email, language, "email-proofs-mail-subject", &[])
        .about(guardian.0)
        .say("email-proofs-change-mail-text", &[])
        .action("email-proofs-mail-action", &format!("/parent/confirm/{token}"))
        .say("email-proofs-change-mail-day", &[])
        .aside(
            "email-proofs-change-mail-stranger",
            "email-proofs-change-mail-not-mine",
            &format!("/parent/not-mine/{token}"),
        )
        .put(tx, now, random)
        .await?;
    Ok(())
}

/// Tells an address that has an account that somebody wanted to use it for another.
pub async fn tell_owner(
    tx: &Tx,
    portal: &Portal,
    owner: GuardianId,
    (email, language): (&str, Language),
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    Mail::new(portal, "address-in-use", email, language, "email-proofs-in-use-subject", &[])
        .about(owner.0)
        .say("email-proofs-in-use-text", &[])
        .action("email-proofs-in-use-action", "/parent")
        .aside("email-proofs-in-use-forgot", "sign-in-forgot", "/parent/forgot")
        .put(tx, now, random)
        .await?;
    Ok(())
}

/// Tells the address that an account had that another one has taken its place; the new one stands
/// there masked.
pub async fn tell_former(
    tx: &Tx,
    portal: &Portal,
    guardian: GuardianId,
    (former, language): (&str, Language),
    new: &str,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let masked = crate::guardians::masked(new);
    Mail::new(portal, "email-changed", former, language, "email-proofs-changed-mail-subject", &[])
        .about(guardian.0)
        .say("email-proofs-changed-mail-text", &[("email", masked.into())])
        .say("email-proofs-changed-mail-not-you", &[])
        .action("email-proofs-changed-mail-action", "/parent")
        .put(tx, now, random)
        .await?;
    Ok(())
}
