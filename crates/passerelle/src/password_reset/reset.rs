use axum::http::HeaderMap;
use database::{Millis, Tx};
use rand::CryptoRng;
use wording::Language;

use crate::{
    act::Stop,
    audit::{self, Actor},
    credentials::{self, NewPassword, PasswordReset},
    guardians::{self, Email, GuardianId},
    mailed_links::{self, Purpose},
    portal::Portal,
    sessions::{
        Kind,
        throttle::{self, SIGN_IN_HERE},
    },
    web::{
        address::ClientAddress,
        cookies::{self, Cookie},
    },
};

/// The link isn't good: unknown, used, void or over. One answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkGone;

/// A new password for whoever holds a link.
pub struct Reset<'r> {
    pub kind: Kind,
    pub token: &'r str,
    /// Of the password, which the rules have let through.
    pub hash: &'r str,
    pub asked_in: Language,
    pub address: ClientAddress,
    pub headers: &'r HeaderMap,
}

/// Spends the link and sets the password, in the caller's transaction. All sessions end; whoever read
/// the mail has proved a guardian's e-mail; and the limits of this account are empty again.
/// # Errors
/// [`LinkGone`], or what the database said.
pub async fn reset(
    tx: &Tx,
    portal: &Portal,
    asked: &Reset<'_>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), Stop<LinkGone>> {
    let Reset { kind, token, hash, asked_in, .. } = *asked;
    let link = mailed_links::consume(&**tx, Purpose::ResetPassword, kind, token, now).await?;
    let link = link.ok_or(Stop::Refused(LinkGone))?;
    let mut holder = credentials::of(&**tx, kind, link.person_id).await?.ok_or(Stop::Refused(LinkGone))?;
    if kind == Kind::Guardian {
        let email = link.email.as_deref().and_then(|email| Email::parse(email).ok());
        let key = email.ok_or(Stop::Refused(LinkGone))?.key();
        if !guardians::store::prove_email(&**tx, GuardianId(holder.id), &key, now).await? {
            return Err(Stop::Refused(LinkGone));
        }
        mailed_links::void(&**tx, Purpose::ConfirmEmail, holder.id, now).await?;
        holder.is_confirmed = true;
    }
    let new = NewPassword { holder: &holder, hash, keep: None, asked_in };
    credentials::set_password(tx, portal, &new, now, random).await?;
    if let Some(name_key) = &holder.name_key {
        let subject = throttle::sign_in_subject(kind, name_key);
        let device = cookies::read(portal, asked.headers, Cookie::Device).unwrap_or_default();
        for place in [asked.address.neighbourhood().to_string(), device.to_owned()] {
            throttle::empty(&**tx, &SIGN_IN_HERE.of(&format!("{subject} {place}"))).await?;
        }
    }
    let by = Actor::person(kind, holder.id, asked.address);
    audit::record(&**tx, &PasswordReset { kind, person: holder.id }, &by, now, random).await?;
    Ok(())
}
