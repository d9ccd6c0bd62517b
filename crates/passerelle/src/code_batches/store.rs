//! Every statement on batches.

use database::{Millis, Page, PageOf, Tx};
use jobs::JobId;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, raw_sql};

use super::{
    batch::{Batch, Figures},
    renew::{RenewTask, Source},
};
use crate::{
    codes::{BatchId, CodeId},
    schools::SchoolId,
    selections::SelectionId,
    staff::StaffId,
    students::StudentId,
};

/// A batch about to be written.
pub struct NewBatch<'n> {
    pub id: BatchId,
    pub form_key: &'n str,
    pub school: SchoolId,
    pub by: StaffId,
    pub selection: Option<SelectionId>,
    pub renews: Option<BatchId>,
    pub criteria: Option<String>,
    pub each: Option<i64>,
    pub job: JobId,
}

/// Writes a batch down; false where its form was sent before.
pub async fn insert(tx: &impl ConnectionTrait, new: &NewBatch<'_>, now: Millis) -> Result<bool, DbErr> {
    let NewBatch { id, form_key, school, by, selection, renews, ref criteria, each, job } = *new;
    let criteria = criteria.as_deref();
    let done = tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO code_batches (id, form_key, school_id, made_by, made_at, selection_id, renews, criteria, each, job_id)
           VALUES ({id}, {form_key}, {school}, {by}, {now}, {selection}, {renews}, {criteria}, {each}, {job})
           ON CONFLICT (form_key) DO NOTHING"#
    ));
    Ok(done.await?.rows_affected() == 1)
}

/// A batch of this school.
pub async fn find(db: &impl ConnectionTrait, school: SchoolId, id: BatchId) -> Result<Option<Batch>, DbErr> {
    Batch::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT b.id, b.made_at, m.given_name || ' ' || m.family_name AS made_by, b.each, b.renews, b.job_id, b.criteria
           FROM code_batches b JOIN staff m ON m.id = b.made_by WHERE b.id = {id} AND b.school_id = {school}"#
    ))
    .one(db)
    .await
}

/// The batches of a school that were made for many, newest first.
pub async fn page(db: &impl ConnectionTrait, school: SchoolId, page: Page) -> Result<PageOf<Batch>, DbErr> {
    #[derive(FromQueryResult)]
    struct Total {
        total: i64,
    }
    let (size, offset) = (page.size, page.offset());
    let rows = Batch::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT b.id, b.made_at, m.given_name || ' ' || m.family_name AS made_by, b.each, b.renews, b.job_id, b.criteria
           FROM code_batches b JOIN staff m ON m.id = b.made_by
           WHERE b.school_id = {school} AND b.job_id IS NOT NULL
           ORDER BY b.made_at DESC, b.id DESC LIMIT {size} OFFSET {offset}"#
    ));
    let total = Total::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS total FROM code_batches WHERE school_id = {school} AND job_id IS NOT NULL"#
    ));
    Ok(PageOf { rows: rows.all(db).await?, page, total: total.one(db).await?.map_or(0, |row| row.total) })
}

/// What has become of a batch's codes.
pub async fn figures(db: &impl ConnectionTrait, id: BatchId, now: Millis) -> Result<Figures, DbErr> {
    let figures = Figures::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS codes, count(DISTINCT student_id) AS students, count(used_at) AS used,
                  count(CASE WHEN used_at IS NULL AND deleted_at IS NULL AND expires_at > {now} THEN 1 END) AS unused,
                  count(CASE WHEN used_at IS NULL AND deleted_at IS NULL AND expires_at <= {now} THEN 1 END) AS expired,
                  count(deleted_at) AS deleted, count(printed_at) AS printed
           FROM activation_codes WHERE batch_id = {id}"#
    ));
    Ok(figures.one(db).await?.unwrap_or_default())
}

/// What a selection would come to.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, FromQueryResult)]
pub struct Forecast {
    /// Who was chosen.
    pub chosen: i64,
    /// Of these, who has a usable code.
    pub with_code: i64,
    /// Who would get codes.
    pub getting: i64,
    /// Who would hold more than the school allows, and gets none.
    pub full: i64,
    /// Who has left since.
    pub left: i64,
}

/// What it would come to if everybody in the selection got `each` codes, or only those without any.
pub async fn forecast(
    db: &impl ConnectionTrait,
    (selection, school): (SelectionId, SchoolId),
    (each, only_without): (i64, bool),
    most: i64,
    now: Millis,
) -> Result<Forecast, DbErr> {
    let room = most - each;
    let room = if only_without { room.min(0) } else { room };
    let forecast = Forecast::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS chosen, count(CASE WHEN usable > 0 THEN 1 END) AS with_code,
                  count(CASE WHEN here AND usable <= {room} THEN 1 END) AS getting,
                  count(CASE WHEN here AND usable > {room} THEN 1 END) AS "full",
                  count(CASE WHEN NOT here THEN 1 END) AS "left"
           FROM (SELECT (st.school_id = {school} AND st.left_at IS NULL) AS here,
                        (SELECT count(*) FROM activation_codes c
                         WHERE c.student_id = m.student_id AND c.used_at IS NULL AND c.deleted_at IS NULL AND c.expires_at > {now}) AS usable
                 FROM selection_students m JOIN students st ON st.id = m.student_id WHERE m.selection_id = {selection}) chosen"#
    ));
    Ok(forecast.one(db).await?.unwrap_or_default())
}

/// The next codes of a batch that nobody has used.
pub async fn next_unused(db: &impl ConnectionTrait, id: BatchId, most: i64) -> Result<Vec<CodeId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: CodeId,
    }
    let rows = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id FROM activation_codes
           WHERE batch_id = {id} AND used_at IS NULL AND deleted_at IS NULL ORDER BY id LIMIT {most}"#
    ));
    Ok(rows.all(db).await?.into_iter().map(|row| row.id).collect())
}

/// How many codes there are to replace or to end.
pub async fn count_renewable(db: &impl ConnectionTrait, source: Source) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        codes: i64,
    }
    let counted = match source {
        Source::Batch(batch) => Counted::find_by_statement(raw_sql!(
            Postgres,
            r#"SELECT count(*) AS codes FROM activation_codes
               WHERE batch_id = {batch} AND used_at IS NULL AND deleted_at IS NULL"#
        )),
        Source::Selection(selection) => Counted::find_by_statement(raw_sql!(
            Postgres,
            r#"SELECT count(*) AS codes FROM activation_codes c JOIN selection_students m ON m.student_id = c.student_id
               WHERE m.selection_id = {selection} AND c.used_at IS NULL AND c.deleted_at IS NULL AND c.batch_id IS NOT NULL"#
        )),
    };
    Ok(counted.one(db).await?.map_or(0, |row| row.codes))
}

/// An unused code that may be replaced.
#[derive(Clone, Copy, FromQueryResult)]
pub struct Renewable {
    pub id: CodeId,
    pub student_id: StudentId,
    pub expired: bool,
    /// Whether its student is at the school now.
    pub here: bool,
    /// How many codes of its student would serve now.
    pub usable: i64,
}

/// The next unused codes behind `after`, without those that the job itself made. On PostgreSQL their
/// students' rows are held until the transaction ends.
pub async fn next_renewable(
    tx: &Tx,
    task: &RenewTask,
    after: Option<CodeId>,
    most: i64,
    now: Millis,
) -> Result<Vec<Renewable>, DbErr> {
    let after = after.unwrap_or(CodeId(uuid::Uuid::nil()));
    let (source, id) = match task.source {
        Source::Batch(batch) => ("c.batch_id = $1", batch.0),
        Source::Selection(selection) => (
            "c.batch_id IS NOT NULL AND c.student_id IN (SELECT student_id FROM selection_students WHERE selection_id = $1)",
            selection.0,
        ),
    };
    let backend = tx.get_database_backend();
    let hold = if backend == DbBackend::Postgres { "FOR UPDATE OF st" } else { "" };
    let statement = format!(
        "SELECT c.id, c.student_id, c.expires_at <= $2 AS expired, (st.school_id = $3 AND st.left_at IS NULL) AS here,
                (SELECT count(*) FROM activation_codes o WHERE o.student_id = c.student_id AND o.used_at IS NULL
                 AND o.deleted_at IS NULL AND o.expires_at > $2) AS usable
         FROM activation_codes c JOIN students st ON st.id = c.student_id
         WHERE {source} AND c.batch_id <> $4 AND c.used_at IS NULL AND c.deleted_at IS NULL AND c.id > $5
         ORDER BY c.id LIMIT $6 {hold}"
    );
    let values = [id.into(), now.into(), task.school.into(), task.batch.into(), after.into(), most.into()];
    Renewable::find_by_statement(sea_orm::Statement::from_sql_and_values(backend, statement, values))
        .all(&**tx)
        .await
}
