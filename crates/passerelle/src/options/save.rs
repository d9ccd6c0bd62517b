use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{events::OptionChanged, list::SchoolOption, store, value_of};
use crate::{
    audit::{self, Actor},
    schools::SchoolId,
    staff::StaffId,
};

/// Writes down what a school's administrator chose, in the caller's transaction: only what is another
/// value now, each with its own event. Gives the options that changed.
///
/// The school's row is held, so that two who save at once come one after the other: the last one wins,
/// option by option, and every event tells the value there truly was.
/// # Errors
/// What the database said.
pub async fn save(
    tx: &Tx,
    school: SchoolId,
    values: &[(&'static SchoolOption, String)],
    staff: StaffId,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Vec<&'static str>, DbErr> {
    store::hold_school(&**tx, school).await?;
    let kept = store::each(&**tx, school).await?;
    let mut changed = Vec::new();
    for (option, value) in values {
        let before = value_of(&kept, option.name);
        if before == *value {
            continue;
        }
        store::put(&**tx, school, option.name, value, staff, now).await?;
        let told = (!option.is_personal()).then(|| (before, value.clone()));
        audit::record(&**tx, &OptionChanged { school, option: option.name, told }, by, now, random).await?;
        changed.push(option.name);
    }
    Ok(changed)
}
