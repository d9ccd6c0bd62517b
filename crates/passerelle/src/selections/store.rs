//! Every statement on the tables of selections.

use std::collections::HashSet;

use database::{DAY_MS, Millis, Tx};
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, FromQueryResult, raw_sql,
    sea_query::{Alias, Expr, Query},
};

use super::{NewSelection, Selection, SelectionId};
use crate::{
    schools::SchoolId,
    staff::StaffId,
    student_filters::{Criteria, store::narrow},
    students::StudentId,
};

/// For how long a selection is kept: whoever works through it has long done so.
const KEPT_MS: Millis = 30 * DAY_MS;

/// Begins a selection, or gives the one that the same form began.
pub async fn insert(
    tx: &impl ConnectionTrait,
    id: SelectionId,
    new: &NewSelection<'_>,
    criteria: &str,
    now: Millis,
) -> Result<Option<SelectionId>, DbErr> {
    let NewSelection { school, by, form_key, .. } = *new;
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO selections (id, form_key, school_id, made_by, made_at, criteria)
           VALUES ({id}, {form_key}, {school}, {by}, {now}, {criteria}) ON CONFLICT (form_key) DO NOTHING"#
    ))
    .await?;
    #[derive(FromQueryResult)]
    struct Row {
        id: SelectionId,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id FROM selections WHERE form_key = {form_key} AND school_id = {school} AND made_by = {by}"#
    ));
    Ok(row.one(tx).await?.map(|row| row.id))
}

/// A selection that this member of the staff made in this school.
pub async fn find(
    db: &impl ConnectionTrait,
    school: SchoolId,
    by: StaffId,
    id: SelectionId,
) -> Result<Option<Selection>, DbErr> {
    Selection::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, school_id, fixed_at, criteria FROM selections
           WHERE id = {id} AND school_id = {school} AND made_by = {by}"#
    ))
    .one(db)
    .await
}

/// A fixed selection, for work that was asked for it.
/// # Errors
/// What the database said.
pub async fn by_id(db: &impl ConnectionTrait, id: SelectionId) -> Result<Option<Selection>, DbErr> {
    Selection::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, school_id, fixed_at, criteria FROM selections WHERE id = {id} AND fixed_at IS NOT NULL"#
    ))
    .one(db)
    .await
}

/// Holds a selection's row until the transaction ends; false if it is fixed.
pub async fn hold_open(tx: &impl ConnectionTrait, id: SelectionId) -> Result<bool, DbErr> {
    let held = tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE selections SET fixed_at = NULL WHERE id = {id} AND fixed_at IS NULL"#
    ));
    Ok(held.await?.rows_affected() == 1)
}

pub async fn fix(tx: &impl ConnectionTrait, id: SelectionId, now: Millis) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE selections SET fixed_at = {now} WHERE id = {id} AND fixed_at IS NULL"#
    ))
    .await?;
    Ok(())
}

/// How many of these are students of the school now.
pub async fn count_at(
    db: &impl ConnectionTrait,
    school: SchoolId,
    ids: &[StudentId],
) -> Result<usize, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        students: i64,
    }
    if ids.is_empty() {
        return Ok(0);
    }
    let ids = ids.to_vec();
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS students FROM students WHERE school_id = {school} AND left_at IS NULL AND id IN ({..ids})"#
    ));
    Ok(counted.one(db).await?.map_or(0, |row| usize::try_from(row.students).unwrap_or_default()))
}

pub async fn add(tx: &impl ConnectionTrait, id: SelectionId, students: &[StudentId]) -> Result<(), DbErr> {
    if students.is_empty() {
        return Ok(());
    }
    let students = students.to_vec();
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO selection_students (selection_id, student_id)
           SELECT {id}, st.id FROM students st WHERE st.id IN ({..students})
           ON CONFLICT (selection_id, student_id) DO NOTHING"#
    ))
    .await?;
    Ok(())
}

pub async fn remove(tx: &impl ConnectionTrait, id: SelectionId, students: &[StudentId]) -> Result<(), DbErr> {
    if students.is_empty() {
        return Ok(());
    }
    let students = students.to_vec();
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"DELETE FROM selection_students WHERE selection_id = {id} AND student_id IN ({..students})"#
    ))
    .await?;
    Ok(())
}

pub async fn clear(tx: &impl ConnectionTrait, id: SelectionId) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM selection_students WHERE selection_id = {id}"#)).await?;
    Ok(())
}

/// Adds everybody who meets the criteria, in one statement.
pub async fn add_by(
    tx: &impl ConnectionTrait,
    selection: &Selection,
    criteria: &Criteria,
    now: Millis,
) -> Result<(), DbErr> {
    let mut everybody = Query::select();
    everybody
        .expr(Expr::value(selection.id))
        .column((Alias::new("students"), Alias::new("id")))
        .from(Alias::new("students"));
    narrow(&mut everybody, selection.school_id, criteria, now);
    let mut insert = Query::insert();
    insert
        .into_table(Alias::new("selection_students"))
        .columns(["selection_id", "student_id"].map(Alias::new));
    insert.select_from(everybody).map_err(|error| DbErr::Custom(error.to_string()))?;
    tx.execute(&insert).await?;
    Ok(())
}

/// How many are in it.
/// # Errors
/// What the database said.
pub async fn count(db: &impl ConnectionTrait, id: SelectionId) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        students: i64,
    }
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS students FROM selection_students WHERE selection_id = {id}"#
    ));
    Ok(counted.one(db).await?.map_or(0, |row| row.students))
}

/// Which of these are in it.
/// # Errors
/// What the database said.
pub async fn ticked(
    db: &impl ConnectionTrait,
    id: SelectionId,
    among: &[StudentId],
) -> Result<HashSet<StudentId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        student_id: StudentId,
    }
    if among.is_empty() {
        return Ok(HashSet::new());
    }
    let among = among.to_vec();
    let rows = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT student_id FROM selection_students WHERE selection_id = {id} AND student_id IN ({..among})"#
    ));
    Ok(rows.all(db).await?.into_iter().map(|row| row.student_id).collect())
}

/// Somebody in a selection.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Member {
    pub student_id: StudentId,
    /// Whether they are at the selection's school at this moment.
    pub here: bool,
    /// How many codes of theirs would serve now.
    pub usable: i64,
}

/// Holds the rows of the next students until the transaction ends, so that who gives them codes at the
/// same time comes before or after. On SQLite the transaction itself does that.
async fn hold_next(tx: &Tx, id: SelectionId, after: StudentId, most: i64) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::Sqlite {
        return Ok(());
    }
    tx.query_all_raw(raw_sql!(
        Postgres,
        r#"SELECT st.id FROM students st JOIN selection_students m ON m.student_id = st.id
           WHERE m.selection_id = {id} AND m.student_id > {after} ORDER BY m.student_id LIMIT {most} FOR UPDATE OF st"#
    ))
    .await?;
    Ok(())
}

/// Who is in it, by id, behind `after`; at most `most`, whose rows are held until the
/// transaction ends.
/// # Errors
/// What the database said.
pub async fn members(
    tx: &Tx,
    selection: &Selection,
    after: Option<StudentId>,
    most: i64,
    now: Millis,
) -> Result<Vec<Member>, DbErr> {
    let (id, school) = (selection.id, selection.school_id);
    let after = after.unwrap_or(StudentId(uuid::Uuid::nil()));
    hold_next(tx, id, after, most).await?;
    Member::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT m.student_id, (st.school_id = {school} AND st.left_at IS NULL) AS here,
                  (SELECT count(*) FROM activation_codes c
                   WHERE c.student_id = m.student_id AND c.used_at IS NULL AND c.deleted_at IS NULL AND c.expires_at > {now}) AS usable
           FROM selection_students m JOIN students st ON st.id = m.student_id
           WHERE m.selection_id = {id} AND m.student_id > {after} ORDER BY m.student_id LIMIT {most}"#
    ))
    .all(&**tx)
    .await
}

/// Forgets old selections; at most 200 a call, since each may hold many.
/// # Errors
/// What the database said.
pub async fn sweep(db: &impl ConnectionTrait, now: Millis) -> Result<(), DbErr> {
    let before = now - KEPT_MS;
    db.execute_raw(raw_sql!(
        Postgres,
        r#"DELETE FROM selections WHERE id IN (SELECT id FROM selections WHERE made_at < {before} LIMIT 200)"#
    ))
    .await?;
    Ok(())
}
