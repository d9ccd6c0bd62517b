//! The job that makes codes for everybody in a selection.

use database::{Millis, Tx};
use jobs::{Claimed, Failure};
use serde::{Deserialize, Serialize};

use crate::{
    audit::AskedBy,
    codes::{BatchId, NewCodesForMany, create_for_many},
    long_work::{Line, Link, Outcome},
    options,
    portal::Portal,
    random,
    schools::SchoolId,
    selections::{self, Member, SelectionId},
    staff::StaffId,
    students::StudentId,
};

/// The kind of this job.
pub const MAKE: &str = "code-batches-make";

/// So many codes are made in one transaction: short enough that a sign-in never waits.
const CODES_A_STEP: i64 = 2000;

/// What is to be done.
#[derive(Serialize, Deserialize)]
pub struct MakeTask {
    pub batch: BatchId,
    pub selection: SelectionId,
    pub school: SchoolId,
    pub each: i64,
    pub only_without: bool,
    pub expires_at: Millis,
    pub staff: StaffId,
    pub by: AskedBy,
}

/// How far it has come.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
struct Place {
    after: Option<StudentId>,
    students: i64,
    codes: i64,
    had_code: i64,
}

/// Makes the codes of the next students.
/// # Errors
/// What stands in the way; nothing of this step was done then.
pub async fn make_step(portal: &Portal, job: &Claimed) -> Result<(), Failure> {
    let task: MakeTask = job.task().ok_or(Failure::Refused("long-work-unknown"))?;
    let (mut place, mut outcome): (Place, Outcome) =
        (job.place().unwrap_or_default(), job.outcome().unwrap_or_default());
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let selection = selections::by_id(&*tx, task.selection).await?;
    let selection = selection.ok_or(Failure::Refused("code-batches-selection-gone"))?;
    let size = (CODES_A_STEP / task.each.max(1)).max(1);
    let members = selections::members(&tx, &selection, place.after, size, now).await?;
    let Some(last) = members.last() else {
        outcome.lines = lines(&place);
        outcome.links.push(Link {
            key: "code-batches-see-batch".to_owned(),
            path: format!("codes/batches/{}", task.batch),
        });
        job.finish(&tx, &outcome, job.total, now).await?;
        return Ok(tx.commit().await?);
    };
    place.after = Some(last.student_id);
    let students = who_gets(&tx, &task, &members, &mut place, &mut outcome).await?;
    let new = NewCodesForMany {
        students: &students,
        each: task.each,
        batch: task.batch,
        school: task.school,
        by: task.staff,
        expires_at: task.expires_at,
    };
    place.codes += create_for_many(&tx, &new, &portal.keyring, &task.by.into(), now, &mut random).await?;
    place.students += i64::try_from(students.len()).unwrap_or_default();
    let done = job.done + i64::try_from(members.len()).unwrap_or_default();
    job.advance(&tx, &place, &outcome, done).await?;
    Ok(tx.commit().await?)
}

/// Of these, who gets codes; whoever doesn't is counted or named.
async fn who_gets(
    tx: &Tx,
    task: &MakeTask,
    members: &[Member],
    place: &mut Place,
    outcome: &mut Outcome,
) -> Result<Vec<StudentId>, Failure> {
    let most = options::of_school(&**tx, task.school).await?.codes_per_student;
    let mut students = Vec::with_capacity(members.len());
    for member in members {
        if !member.here {
            outcome.leave_out(member.student_id, "code-batches-left");
        } else if task.only_without && member.usable > 0 {
            place.had_code += 1;
        } else if member.usable + task.each > most {
            outcome.leave_out(member.student_id, "code-batches-full");
        } else {
            students.push(member.student_id);
        }
    }
    Ok(students)
}

fn lines(place: &Place) -> Vec<Line> {
    let mut lines =
        vec![Line::new("code-batches-made", &[("codes", place.codes), ("students", place.students)])];
    if place.had_code > 0 {
        lines.push(Line::new("code-batches-had-code", &[("students", place.had_code)]));
    }
    lines
}
