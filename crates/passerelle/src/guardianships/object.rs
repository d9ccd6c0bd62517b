use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{HeldStudent, events::LinkObjected};
use crate::{
    audit::{self, Actor},
    concerns::{self, Concern},
};

/// « Ce n'est pas normal »: says to the school that a linked adult shouldn't be. The link stays until
/// the staff have looked.
/// # Errors
/// What the database said.
pub async fn object(
    tx: &Tx,
    concern: &Concern,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    // Two at once come one after the other, so that the second finds the first's. One who has left has
    // no row to hold; then it may stand there twice, once they are back.
    HeldStudent::hold(tx, concern.student).await?;
    concerns::raise(&**tx, concern, now, random).await?;
    let event = LinkObjected { guardian: concern.guardian, student: concern.student, school: concern.school };
    audit::record(&**tx, &event, by, now, random).await
}
