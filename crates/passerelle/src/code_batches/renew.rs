//! The job that replaces codes where nobody has used them: the old ones end, new ones take their place.

use std::collections::HashMap;

use database::Millis;
use jobs::{Claimed, Failure};
use serde::{Deserialize, Serialize};

use super::store::{self, Renewable};
use crate::{
    audit::AskedBy,
    codes::{self, BatchId, CodeId, NewCodesForMany, create_for_many},
    long_work::{Line, Link, Outcome},
    options,
    portal::Portal,
    random,
    schools::SchoolId,
    selections::SelectionId,
    staff::StaffId,
    students::StudentId,
};

/// The kind of this job.
pub const RENEW: &str = "code-batches-renew";

/// So many codes are replaced in one transaction.
const CODES_A_STEP: i64 = 500;

/// Whose unused codes are replaced.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub enum Source {
    Batch(BatchId),
    Selection(SelectionId),
}

/// What is to be done.
#[derive(Serialize, Deserialize)]
pub struct RenewTask {
    /// The batch of the new codes.
    pub batch: BatchId,
    pub source: Source,
    pub school: SchoolId,
    pub expires_at: Millis,
    pub staff: StaffId,
    pub by: AskedBy,
}

/// How far it has come: the last code looked at, and how many were replaced.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
struct Place {
    after: Option<CodeId>,
    renewed: i64,
}

/// Replaces the next codes.
/// # Errors
/// What stands in the way; nothing of this step was done then.
pub async fn renew_step(portal: &Portal, job: &Claimed) -> Result<(), Failure> {
    let task: RenewTask = job.task().ok_or(Failure::Refused("long-work-unknown"))?;
    let (mut place, mut outcome): (Place, Outcome) =
        (job.place().unwrap_or_default(), job.outcome().unwrap_or_default());
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let next = store::next_renewable(&tx, &task, place.after, CODES_A_STEP, now).await?;
    let Some(last) = next.last() else {
        outcome.lines = vec![Line::new("code-batches-renewed", &[("codes", place.renewed)])];
        outcome.links = vec![Link {
            key: "code-batches-see-batch".to_owned(),
            path: format!("codes/batches/{}", task.batch),
        }];
        job.finish(&tx, &outcome, job.total, now).await?;
        return Ok(tx.commit().await?);
    };
    place.after = Some(last.id);
    let most = options::of_school(&*tx, task.school).await?.codes_per_student;
    let replaced = replaceable(&next, most, &mut outcome);
    let by = task.by.into();
    let ended = codes::delete_many(&tx, &replaced, task.school, task.staff, &by, now, &mut random).await?;
    let students: Vec<StudentId> = ended.iter().map(|(_, student)| *student).collect();
    let new = NewCodesForMany {
        students: &students,
        each: 1,
        batch: task.batch,
        school: task.school,
        by: task.staff,
        expires_at: task.expires_at,
    };
    place.renewed += create_for_many(&tx, &new, &portal.keyring, &by, now, &mut random).await?;
    let done = job.done + i64::try_from(next.len()).unwrap_or_default();
    job.advance(&tx, &place, &outcome, done).await?;
    Ok(tx.commit().await?)
}

/// Of these codes, those that a new one may take the place of. An expired code counts for nothing any
/// more, so its successor needs room.
fn replaceable(next: &[Renewable], most: i64, outcome: &mut Outcome) -> Vec<CodeId> {
    let mut usable: HashMap<StudentId, i64> = HashMap::new();
    let mut replaced = Vec::with_capacity(next.len());
    for code in next {
        let holds = usable.entry(code.student_id).or_insert(code.usable);
        if !code.here {
            outcome.leave_out(code.student_id, "code-batches-left");
        } else if code.expired && *holds >= most {
            outcome.leave_out(code.student_id, "code-batches-full");
        } else {
            *holds += i64::from(code.expired);
            replaced.push(code.id);
        }
    }
    replaced
}
