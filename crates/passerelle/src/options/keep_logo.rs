use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{Picture, events::LogoChanged, store};
use crate::{
    audit::{self, Actor},
    schools::SchoolId,
};

/// Makes a picture the school's logo, in the caller's transaction.
/// # Errors
/// What the database said.
pub async fn keep_logo(
    tx: &Tx,
    school: SchoolId,
    picture: Picture,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    store::put_logo(&**tx, school, picture, now).await?;
    audit::record(&**tx, &LogoChanged { school, removed: false }, by, now, random).await
}

/// Takes the school's logo away, in the caller's transaction; without one nothing happens.
/// # Errors
/// What the database said.
pub async fn remove_logo(
    tx: &Tx,
    school: SchoolId,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    if store::remove_logo(&**tx, school).await? {
        audit::record(&**tx, &LogoChanged { school, removed: true }, by, now, random).await?;
    }
    Ok(())
}
