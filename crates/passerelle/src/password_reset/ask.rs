use database::Millis;
use rand::CryptoRng;
use sea_orm::DbErr;
use uuid::{Builder, Uuid};
use wording::Language;

use super::store;
use crate::{
    credentials,
    mail::Mail,
    mailed_links::{self, Purpose},
    portal::Portal,
    sessions::{
        Kind,
        throttle::{self, RESET_NAME},
    },
};

/// Where the decoy's mail would go: nowhere (RFC 2606).
const NOWHERE: &str = "personne@courriel.invalid";

/// Mails the holder of this name a link to choose a new password. Whether there is one can't be told,
/// neither by the answer nor by how long it takes: for a name that nobody has, the same link and the
/// same mail are written for a person who isn't there, and taken away again before the transaction is
/// committed; for one that somebody has, as much is taken away of nothing. So both run the same
/// statements, seal the same mail and commit once. Doing the work after the answer would hide it from
/// one request, but the next one on a database with one writer would wait for it.
///
/// An older link is void from now on. Past the limit of a name nothing is written, for either.
/// # Errors
/// What the database said.
pub async fn ask(
    portal: &Portal,
    kind: Kind,
    name_key: &str,
    asked_in: Language,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let holder = credentials::find(portal.read(), kind, name_key).await?;
    let reached = holder.as_ref().and_then(|holder| Some((holder, holder.email.as_deref()?)));
    let nobody = random_id(random);
    let (person, email, language) = match reached {
        Some((holder, email)) => (holder.id, email, holder.language_or(asked_in)),
        None => (nobody, NOWHERE, asked_in),
    };
    let tx = portal.begin().await?;
    let subject = throttle::sign_in_subject(kind, name_key);
    if throttle::take(&*tx, &[RESET_NAME.of(&subject)], now).await?.is_ok() {
        let purpose = Purpose::ResetPassword;
        let token = mailed_links::make(&*tx, purpose, kind, person, email, now, random).await?;
        Mail::new(portal, "reset-password", email, language, "password-reset-mail-subject", &[])
            .about(person)
            .say("password-reset-mail-text", &[])
            .action("password-reset-mail-action", &format!("{}/reset/{token}", kind.face().path()))
            .say("password-reset-mail-hour", &[])
            .say("password-reset-mail-not-you", &[])
            .put(&tx, now, random)
            .await?;
        store::take_away(&*tx, nobody).await?;
    }
    tx.commit().await
}

/// The id of somebody who isn't there.
fn random_id(random: &mut (impl CryptoRng + ?Sized)) -> Uuid {
    let mut bytes = [0; 16];
    random.fill_bytes(&mut bytes);
    Builder::from_random_bytes(bytes).into_uuid()
}
