use database::{Millis, Tx};
use rand::CryptoRng;

use super::{LinkGone, events::EmailRefused};
use crate::{
    act::Stop,
    audit::{self, Actor},
    guardians::{self, Email, GuardianId},
    mailed_links::{self, Purpose},
    sessions::Kind,
    web::address::ClientAddress,
};

/// « Ce compte n'est pas le mien »: spends the link, in the caller's transaction. The account loses the
/// address, which is free for its owner; what waits for it is called back. Its sessions go on and ask
/// for the holder's own. An address that was only asked for isn't taken.
/// # Errors
/// [`LinkGone`], or what the database said.
pub async fn disclaim(
    tx: &Tx,
    token: &str,
    address: ClientAddress,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), Stop<LinkGone>> {
    let kind = Kind::Guardian;
    let guardian =
        if let Some(link) = mailed_links::consume(&**tx, Purpose::ConfirmEmail, kind, token, now).await? {
            let id = GuardianId(link.person_id);
            let email = link.email.as_deref().and_then(|email| Email::parse(email).ok());
            let email = email.ok_or(Stop::Refused(LinkGone))?;
            if !guardians::store::refuse_email(&**tx, id, &email.key(), now).await? {
                return Err(Stop::Refused(LinkGone));
            }
            outbox::call_back(&**tx, id.0, now).await?;
            mailed_links::void(&**tx, Purpose::ResetPassword, id.0, now).await?;
            id
        } else {
            let link = mailed_links::consume(&**tx, Purpose::ChangeEmail, kind, token, now).await?;
            GuardianId(link.ok_or(Stop::Refused(LinkGone))?.person_id)
        };
    let by = Actor::stranger(address);
    audit::record(&**tx, &EmailRefused { guardian }, &by, now, random).await?;
    Ok(())
}
