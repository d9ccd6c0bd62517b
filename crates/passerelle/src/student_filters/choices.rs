use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use database::Millis;
use sea_orm::DbErr;

use super::store::{self, Choices};
use crate::{
    portal::Portal,
    schools::{School, SchoolId},
};

/// The choices of the schools looked at, as of the roster that wrote them. A school's row tells when
/// that was, so that a newer roster is seen at once, whichever process took it in.
#[derive(Default)]
pub struct KnownChoices(Mutex<HashMap<SchoolId, (Millis, Arc<Choices>)>>);

/// What this school's students can be filtered by.
/// # Errors
/// What the database said.
pub async fn choices(known: &KnownChoices, portal: &Portal, school: &School) -> Result<Arc<Choices>, DbErr> {
    let held = known.0.lock().unwrap_or_else(PoisonError::into_inner).get(&school.id).cloned();
    if let Some((roster_at, choices)) = held
        && roster_at == school.roster_at
    {
        return Ok(choices);
    }
    let choices = Arc::new(store::choices(portal.read(), school.id).await?);
    let entry = (school.roster_at, choices.clone());
    known.0.lock().unwrap_or_else(PoisonError::into_inner).insert(school.id, entry);
    Ok(choices)
}
