//! The job that makes the unused codes of a batch void.

use jobs::{Claimed, Failure};
use serde::{Deserialize, Serialize};

use super::store;
use crate::{
    audit::AskedBy,
    codes::{self, BatchId},
    long_work::{Line, Link, Outcome},
    portal::Portal,
    random,
    schools::SchoolId,
    staff::StaffId,
};

/// The kind of this job.
pub const VOID: &str = "code-batches-void";

/// So many codes are ended in one transaction.
const CODES_A_STEP: i64 = 1000;

/// What is to be done.
#[derive(Serialize, Deserialize)]
pub struct VoidTask {
    pub batch: BatchId,
    pub school: SchoolId,
    pub staff: StaffId,
    pub by: AskedBy,
}

/// Ends the next unused codes; those used before the job came to them stay used.
/// # Errors
/// What stands in the way; nothing of this step was done then.
pub async fn void_step(portal: &Portal, job: &Claimed) -> Result<(), Failure> {
    let task: VoidTask = job.task().ok_or(Failure::Refused("long-work-unknown"))?;
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let unused = store::next_unused(&*tx, task.batch, CODES_A_STEP).await?;
    if unused.is_empty() {
        let path = format!("codes/batches/{}", task.batch);
        let outcome = Outcome {
            lines: vec![Line::new("code-batches-voided", &[("codes", job.done)])],
            links: vec![Link { key: "code-batches-see-batch".to_owned(), path }],
            ..Outcome::default()
        };
        job.finish(&tx, &outcome, job.done, now).await?;
        return Ok(tx.commit().await?);
    }
    let ended =
        codes::delete_many(&tx, &unused, task.school, task.staff, &task.by.into(), now, &mut random).await?;
    let done = job.done + i64::try_from(ended.len()).unwrap_or_default();
    job.advance(&tx, &(), &(), done).await?;
    Ok(tx.commit().await?)
}
