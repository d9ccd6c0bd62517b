//! Taking jobs that are due, by leases.

use std::ops::Deref;

use database::{Millis, Tx};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, raw_sql};
use uuid::Uuid;

use crate::job::{COLUMNS, Job, JobId};

/// For how long a claimed job is this process's, unless it says that it is still at it. What a killed
/// process had is taken up after it.
pub(crate) const LEASE_MS: Millis = 60 * 1000;

/// A job that this process has for a while.
#[derive(Clone, Debug)]
pub struct Claimed {
    pub(crate) job: Job,
    pub(crate) lease: Uuid,
}

impl Deref for Claimed {
    type Target = Job;
    fn deref(&self) -> &Job {
        &self.job
    }
}

/// Whether a job is due. A look before the claim keeps an idle portal from writing.
pub(crate) async fn any_due(db: &impl ConnectionTrait, now: Millis) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Due {
        #[expect(dead_code, reason = "that there is a row is the answer")]
        id: JobId,
    }
    let due = Due::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id FROM jobs
           WHERE state IN ('waiting', 'running') AND due_at <= {now} AND (leased_until IS NULL OR leased_until <= {now})
           ORDER BY due_at, id LIMIT 1"#
    ));
    Ok(due.one(db).await?.is_some())
}

/// Takes the job that has been due for longest, under a lease of this name.
pub(crate) async fn claim(tx: &Tx, lease: Uuid, now: Millis) -> Result<Option<Claimed>, DbErr> {
    // On PostgreSQL processes pass by each other's rows; on SQLite there is one writer.
    let backend = tx.get_database_backend();
    let pass_by = if backend == DbBackend::Postgres { "FOR UPDATE SKIP LOCKED" } else { "" };
    let statement = format!(
        "WITH picked AS MATERIALIZED (
             SELECT id AS picked_id FROM jobs
             WHERE state IN ('waiting', 'running') AND due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1)
             ORDER BY due_at, id LIMIT 1 {pass_by})
         UPDATE jobs SET lease = $2, leased_until = $3, state = 'running', started_at = COALESCE(started_at, $1),
             attempts = attempts + 1
         FROM picked WHERE id = picked_id RETURNING {COLUMNS}"
    );
    let values = [now.into(), lease.into(), (now + LEASE_MS).into()];
    let job = Job::find_by_statement(Statement::from_sql_and_values(backend, statement, values)).one(&**tx);
    Ok(job.await?.map(|job| Claimed { job, lease }))
}

/// The job as it stands after a step; none once it is over or another's.
pub(crate) async fn again(db: &impl ConnectionTrait, claimed: &Claimed) -> Result<Option<Claimed>, DbErr> {
    let statement = format!("SELECT {COLUMNS} FROM jobs WHERE id = $1 AND lease = $2 AND state = 'running'");
    let values = [claimed.job.id.into(), claimed.lease.into()];
    let job =
        Job::find_by_statement(Statement::from_sql_and_values(db.get_database_backend(), statement, values))
            .one(db)
            .await?;
    Ok(job.map(|job| Claimed { job, lease: claimed.lease }))
}

/// Says that this process is still at it.
pub(crate) async fn still_at_it(
    db: &impl ConnectionTrait,
    claimed: &Claimed,
    now: Millis,
) -> Result<(), DbErr> {
    let (id, lease, until) = (claimed.job.id, claimed.lease, now + LEASE_MS);
    db.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE jobs SET leased_until = {until} WHERE id = {id} AND lease = {lease} AND state = 'running'"#
    ))
    .await?;
    Ok(())
}

/// How a process lets go of a job that isn't over.
pub(crate) enum LetGo {
    /// Another is to have its turn; this one goes on behind it.
    Turn,
    /// The step failed: it is tried again at this instant.
    Failed(Millis),
}

/// Gives a job back to be taken up by whoever comes first.
pub(crate) async fn let_go(tx: &Tx, claimed: &Claimed, how: &LetGo, now: Millis) -> Result<(), DbErr> {
    let (id, lease) = (claimed.job.id, claimed.lease);
    // A turn that ended in order was no try.
    let (due_at, tries) = match how {
        LetGo::Turn => (now, 1_i64),
        LetGo::Failed(due_at) => (*due_at, 0),
    };
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE jobs SET lease = NULL, leased_until = NULL, due_at = {due_at},
               attempts = CASE WHEN attempts > 0 THEN attempts - {tries} ELSE 0 END
           WHERE id = {id} AND lease = {lease} AND state = 'running'"#
    ))
    .await?;
    Ok(())
}

/// Ends every lease: for a database that no other process uses, where whoever had them is gone.
/// # Errors
/// What the database said.
pub async fn end_leases(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    db.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE jobs SET lease = NULL, leased_until = NULL WHERE state = 'running' AND lease IS NOT NULL"#
    ))
    .await?;
    Ok(())
}
