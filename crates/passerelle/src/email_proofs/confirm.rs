use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{
    events::{EmailChanged, EmailConfirmed},
    send::tell_former,
};
use crate::{
    act::Stop,
    audit::{self, Actor},
    guardians::{self, Email, GuardianId},
    guardianships::restrictions,
    mailed_links::{self, MailedLink, Purpose},
    portal::Portal,
    sessions::Kind,
    web::address::ClientAddress,
};

/// The link isn't good: unknown, used, void or over, or what it was for has changed. One answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkGone;

/// What a link proved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proved {
    /// The address that the account has.
    First,
    /// Another one, which the account has from now on.
    Changed,
}

/// « Confirmer mon courriel »: spends the link, in the caller's transaction.
/// # Errors
/// [`LinkGone`], or what the database said.
pub async fn confirm(
    tx: &Tx,
    portal: &Portal,
    token: &str,
    address: ClientAddress,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Proved, Stop<LinkGone>> {
    let kind = Kind::Guardian;
    if let Some(link) = mailed_links::consume(&**tx, Purpose::ConfirmEmail, kind, token, now).await? {
        let (id, email) = named(&link)?;
        if !guardians::store::prove_email(&**tx, id, &email.key(), now).await? {
            return Err(Stop::Refused(LinkGone));
        }
        let by = Actor::person(kind, id.0, address);
        audit::record(&**tx, &EmailConfirmed { guardian: id }, &by, now, random).await?;
        return Ok(Proved::First);
    }
    let link = mailed_links::consume(&**tx, Purpose::ChangeEmail, kind, token, now).await?;
    let (id, email) = named(&link.ok_or(Stop::Refused(LinkGone))?)?;
    change(tx, portal, id, &email, now, random).await?;
    let by = Actor::person(kind, id.0, address);
    audit::record(&**tx, &EmailChanged { guardian: id }, &by, now, random).await?;
    Ok(Proved::Changed)
}

/// Whose link it is, and the address that it was mailed to.
fn named(link: &MailedLink) -> Result<(GuardianId, Email), Stop<LinkGone>> {
    let email = link.email.as_deref().and_then(|email| Email::parse(email).ok());
    email.map(|email| (GuardianId(link.person_id), email)).ok_or(Stop::Refused(LinkGone))
}

/// Puts a proved address in the place of the account's, and tells that one.
async fn change(
    tx: &Tx,
    portal: &Portal,
    id: GuardianId,
    email: &Email,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), Stop<LinkGone>> {
    let before = guardians::store::find(&**tx, id).await?.ok_or(Stop::Refused(LinkGone))?;
    let taken = guardians::store::take_email(&**tx, id, email, now).await;
    if !taken.map_err(|stop| stop.map(|_| LinkGone))? {
        return Err(Stop::Refused(LinkGone));
    }
    // A restriction that names this address holds when the account changes it again.
    restrictions::bind(&**tx, id, &email.key()).await?;
    for purpose in [Purpose::ResetPassword, Purpose::ConfirmEmail, Purpose::ChangeEmail] {
        mailed_links::void(&**tx, purpose, id.0, now).await?;
    }
    let told: Result<(), DbErr> = if before.email_confirmed_at.is_some() {
        let to = (before.email.as_str(), before.language());
        tell_former(tx, portal, id, to, email.as_str(), now, random).await
    } else {
        Ok(())
    };
    Ok(told?)
}
