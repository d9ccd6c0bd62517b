use axum::{extract::State, response::Response};

use super::JobPath;
use crate::{
    audit,
    long_work::events::{JobCancelled, JobRetried},
    portal::Portal,
    random,
    staff::CounsellorOf,
    web::{PathParams, Problem, flash},
};

/// « Annuler ce qui reste »: what is done stays done.
pub async fn cancel(
    of: CounsellorOf,
    PathParams(JobPath { job }): PathParams<JobPath>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let (now, school) = (portal.clock.now(), of.school_id().0);
    ::jobs::find(portal.read(), school, job).await?.ok_or(Problem::NotFound)?;
    let tx = portal.begin().await?;
    if ::jobs::ask_to_cancel(&tx, school, job, now).await? {
        audit::record(&*tx, &JobCancelled { job, school }, &of.actor(), now, &mut random::system()).await?;
        tx.commit().await?;
    }
    Ok(flash::redirect(&of.href(&format!("jobs/{job}"))))
}

/// « Réessayer »: goes on where it stopped.
pub async fn retry(
    of: CounsellorOf,
    PathParams(JobPath { job }): PathParams<JobPath>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let (now, school) = (portal.clock.now(), of.school_id().0);
    ::jobs::find(portal.read(), school, job).await?.ok_or(Problem::NotFound)?;
    let tx = portal.begin().await?;
    if ::jobs::retry(&tx, school, job, now).await? {
        audit::record(&*tx, &JobRetried { job, school }, &of.actor(), now, &mut random::system()).await?;
        tx.commit().await?;
    }
    Ok(flash::redirect(&of.href(&format!("jobs/{job}"))))
}
