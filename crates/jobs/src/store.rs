//! What those who ask for jobs, and those who look at them, do with the rows.

use database::{Millis, Page, PageOf, Tx};
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, raw_sql};
use serde::Serialize;
use uuid::Uuid;

use crate::job::{COLUMNS, Job, JobId, NewJob, json};

/// Writes a job, to be begun as soon as the caller's transaction is committed, and gives its id. The same
/// form sent again gives the job that it made the first time; none where that one was somebody else's.
/// # Errors
/// What the database said.
pub async fn put<T: Serialize>(
    tx: &Tx,
    new: &NewJob<'_, T>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Option<JobId>, DbErr> {
    let NewJob { kind, form_key, scope, made_by, total, .. } = *new;
    let (id, task) = (JobId::new(now, random), json(new.task)?);
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO jobs (id, kind, form_key, scope, made_by, made_at, task, state, total, done, attempts, due_at)
           VALUES ({id}, {kind}, {form_key}, {scope}, {made_by}, {now}, {task}, 'waiting', {total}, 0, 0, {now})
           ON CONFLICT (form_key) DO NOTHING"#
    ))
    .await?;
    #[derive(FromQueryResult)]
    struct Row {
        id: JobId,
        kind: String,
        scope: Uuid,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, kind, scope FROM jobs WHERE form_key = {form_key}"#
    ))
    .one(&**tx)
    .await?;
    Ok(row.filter(|row| row.kind == kind && row.scope == scope).map(|row| row.id))
}

/// A job of this scope; another scope's is none.
/// # Errors
/// What the database said.
pub async fn find(db: &impl ConnectionTrait, scope: Uuid, id: JobId) -> Result<Option<Job>, DbErr> {
    let statement = format!("SELECT {COLUMNS} FROM jobs WHERE id = $1 AND scope = $2");
    let values = [id.into(), scope.into()];
    Job::find_by_statement(Statement::from_sql_and_values(db.get_database_backend(), statement, values))
        .one(db)
        .await
}

/// The jobs of a scope, newest first.
/// # Errors
/// What the database said.
pub async fn page(db: &impl ConnectionTrait, scope: Uuid, page: Page) -> Result<PageOf<Job>, DbErr> {
    #[derive(FromQueryResult)]
    struct Total {
        total: i64,
    }
    let statement = format!(
        "SELECT {COLUMNS} FROM jobs WHERE scope = $1 ORDER BY made_at DESC, id DESC LIMIT $2 OFFSET $3"
    );
    let values = [scope.into(), page.size.into(), page.offset().into()];
    let rows =
        Job::find_by_statement(Statement::from_sql_and_values(db.get_database_backend(), statement, values))
            .all(db)
            .await?;
    let total = Total::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS total FROM jobs WHERE scope = {scope}"#
    ));
    let total = total.one(db).await?.map_or(0, |row| row.total);
    Ok(PageOf { rows, page, total })
}

/// Asks for what is left of a job to be left; false where it is over already or was asked before. It
/// stops before its next step.
/// # Errors
/// What the database said.
pub async fn ask_to_cancel(tx: &Tx, scope: Uuid, id: JobId, now: Millis) -> Result<bool, DbErr> {
    let asked = tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE jobs SET cancel_asked_at = {now}, due_at = CASE WHEN lease IS NULL THEN {now} ELSE due_at END
           WHERE id = {id} AND scope = {scope} AND state IN ('waiting', 'running') AND cancel_asked_at IS NULL"#
    ));
    Ok(asked.await?.rows_affected() == 1)
}

/// Takes a failed job up again where it stopped; false where it hasn't failed.
/// # Errors
/// What the database said.
pub async fn retry(tx: &Tx, scope: Uuid, id: JobId, now: Millis) -> Result<bool, DbErr> {
    let again = tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE jobs SET state = 'waiting', attempts = 0, problem = NULL, finished_at = NULL, due_at = {now}
           WHERE id = {id} AND scope = {scope} AND state = 'failed'"#
    ));
    Ok(again.await?.rows_affected() == 1)
}

/// Removes jobs that ended before this instant.
/// # Errors
/// What the database said.
pub async fn forget_finished_before(db: &impl ConnectionTrait, before: Millis) -> Result<(), DbErr> {
    db.execute_raw(raw_sql!(
        Postgres,
        r#"DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE finished_at < {before} LIMIT 2000)"#
    ))
    .await?;
    Ok(())
}
