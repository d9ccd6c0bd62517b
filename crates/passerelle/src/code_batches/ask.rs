//! Asking for work on many codes: a row for the batch, a row for the job, in one transaction.

use database::{Millis, Tx};
use jobs::{JobId, NewJob};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{
    events::{BatchAsked, BatchRenewed, BatchVoided},
    make::{MAKE, MakeTask},
    renew::{RENEW, RenewTask, Source},
    store,
    void::{VOID, VoidTask},
};
use crate::{
    audit::{self, Actor},
    codes::BatchId,
    options,
    schools::SchoolId,
    selections::Selection,
    staff::StaffId,
};

/// Codes for everybody in a fixed selection, asked for by one sending of a form.
pub struct AskedCodes<'n> {
    pub selection: &'n Selection,
    /// So many for each student.
    pub each: i64,
    /// Whether who has a usable code is passed over.
    pub only_without: bool,
    pub total: i64,
    pub form_key: &'n str,
    pub by: StaffId,
}

/// Asks for codes and gives the job that makes them. The same form sent again gives the same job; none
/// where that form was somebody else's.
/// # Errors
/// What the database said.
pub async fn ask_for_codes(
    tx: &Tx,
    asked: &AskedCodes<'_>,
    by: Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Option<JobId>, DbErr> {
    let AskedCodes { selection, each, only_without, total, form_key, by: staff } = *asked;
    let (batch, school) = (BatchId::new(now, random), selection.school_id);
    let expires_at = options::of_school(&**tx, school).await?.code_expires_at(now);
    let task = MakeTask {
        batch,
        selection: selection.id,
        school,
        each,
        only_without,
        expires_at,
        staff,
        by: by.into(),
    };
    let new = NewJob { kind: MAKE, form_key, scope: school.0, made_by: Some(staff.0), task: &task, total };
    let Some(job) = jobs::put(tx, &new, now, random).await? else { return Ok(None) };
    let criteria = serde_json::to_string(&selection.asked()).ok();
    let row = store::NewBatch {
        id: batch,
        form_key,
        school,
        by: staff,
        selection: Some(selection.id),
        renews: None,
        criteria,
        each: Some(each),
        job,
    };
    if store::insert(&**tx, &row, now).await? {
        let event = BatchAsked { batch, school, count: total };
        audit::record(&**tx, &event, &by, now, random).await?;
    }
    Ok(Some(job))
}

/// Asks for the unused codes of a batch or of a selection's students to be replaced, and gives the job.
/// # Errors
/// What the database said.
pub async fn ask_for_renewal(
    tx: &Tx,
    source: Source,
    of: (SchoolId, StaffId),
    form_key: &str,
    by: Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Option<JobId>, DbErr> {
    let (school, staff) = of;
    let batch = BatchId::new(now, random);
    let total = store::count_renewable(&**tx, source).await?;
    let expires_at = options::of_school(&**tx, school).await?.code_expires_at(now);
    let task = RenewTask { batch, source, school, expires_at, staff, by: by.into() };
    let new = NewJob { kind: RENEW, form_key, scope: school.0, made_by: Some(staff.0), task: &task, total };
    let Some(job) = jobs::put(tx, &new, now, random).await? else { return Ok(None) };
    let (renews, selection) = match source {
        Source::Batch(renews) => (Some(renews), None),
        Source::Selection(selection) => (None, Some(selection)),
    };
    let row = store::NewBatch {
        id: batch,
        form_key,
        school,
        by: staff,
        selection,
        renews,
        criteria: None,
        each: Some(1),
        job,
    };
    if store::insert(&**tx, &row, now).await? {
        let event = BatchRenewed { batch, school, count: total };
        audit::record(&**tx, &event, &by, now, random).await?;
    }
    Ok(Some(job))
}

/// Asks for the unused codes of a batch to serve no more, and gives the job.
/// # Errors
/// What the database said.
pub async fn ask_for_void(
    tx: &Tx,
    batch: BatchId,
    of: (SchoolId, StaffId),
    form_key: &str,
    by: Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Option<JobId>, DbErr> {
    let (school, staff) = of;
    let total = store::count_renewable(&**tx, Source::Batch(batch)).await?;
    let task = VoidTask { batch, school, staff, by: by.into() };
    let new = NewJob { kind: VOID, form_key, scope: school.0, made_by: Some(staff.0), task: &task, total };
    let Some(job) = jobs::put(tx, &new, now, random).await? else { return Ok(None) };
    audit::record(&**tx, &BatchVoided { batch, school, count: total }, &by, now, random).await?;
    Ok(Some(job))
}
