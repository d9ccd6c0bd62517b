use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::{Concern, ConcernId, ConcernKind};
use crate::{schools::SchoolId, staff::StaffId, students::StudentId};

/// Writes a concern down, unless the same is open.
/// # Errors
/// What the database said.
pub async fn insert(
    tx: &impl ConnectionTrait,
    id: ConcernId,
    concern: &Concern,
    now: Millis,
) -> Result<(), DbErr> {
    let (kind, school, student) = (concern.kind.name(), concern.school, concern.student);
    let (guardian, raised_by) = (concern.guardian, concern.raised_by);
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO concerns (id, school_id, student_id, kind, guardian_id, raised_by, raised_at)
           SELECT {id}, {school}, {student}, {kind}, {guardian}, {raised_by}, {now}
           WHERE NOT EXISTS (SELECT 1 FROM concerns WHERE student_id = {student} AND kind = {kind} AND settled_at IS NULL
                             AND (guardian_id = {guardian} OR (guardian_id IS NULL AND {guardian} IS NULL)))"#
    ))
    .await?;
    Ok(())
}

/// A concern that nobody has settled.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Open {
    pub id: ConcernId,
    kind: String,
    raised_by: String,
    pub raised_at: Millis,
    pub student_id: StudentId,
    pub given_name: String,
    pub family_name: String,
    /// The adult's name, where they have an account.
    pub adult: Option<String>,
}

impl Open {
    /// What is the matter.
    pub fn kind(&self) -> ConcernKind {
        ConcernKind::parse(&self.kind).unwrap_or(ConcernKind::Objection)
    }

    /// « Amina Diallo ».
    pub fn student(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    /// The key of who raised it and when.
    pub fn raised_key(&self) -> &'static str {
        match (self.kind(), self.raised_by.as_str()) {
            (ConcernKind::RestrictedTried, _) => "concerns-noticed",
            (_, "student") => "concerns-by-student",
            (_, "guardian") => "concerns-by-guardian",
            _ => "concerns-by-stranger",
        }
    }
}

/// The open concerns of a school's present students, oldest first.
/// # Errors
/// What the database said.
pub async fn page(
    db: &impl ConnectionTrait,
    school: SchoolId,
    page: database::Page,
) -> Result<database::PageOf<Open>, DbErr> {
    let (size, offset) = (page.size, page.offset());
    let rows = Open::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT c.id, c.kind, c.raised_by, c.raised_at, c.student_id, st.given_name, st.family_name, p.name AS adult
           FROM concerns c JOIN students st ON st.id = c.student_id LEFT JOIN guardians p ON p.id = c.guardian_id
           WHERE c.settled_at IS NULL AND st.school_id = {school} AND st.left_at IS NULL
           ORDER BY c.raised_at, c.id LIMIT {size} OFFSET {offset}"#
    ));
    Ok(database::PageOf { rows: rows.all(db).await?, total: count_open(db, school).await?, page })
}

/// How many concerns of a school's present students are open.
/// # Errors
/// What the database said.
pub async fn count_open(db: &impl ConnectionTrait, school: SchoolId) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        concerns: i64,
    }
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS concerns FROM concerns c JOIN students st ON st.id = c.student_id
           WHERE c.settled_at IS NULL AND st.school_id = {school} AND st.left_at IS NULL"#
    ));
    Ok(counted.one(db).await?.map_or(0, |row| row.concerns))
}

/// Settles a concern of this school's present students if it is open, and gives whose it was.
/// # Errors
/// What the database said.
pub async fn settle(
    tx: &impl ConnectionTrait,
    id: ConcernId,
    school: SchoolId,
    by: StaffId,
    now: Millis,
) -> Result<Option<StudentId>, DbErr> {
    let settled = OfStudent::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE concerns SET settled_at = {now}, settled_by = {by}
           WHERE id = {id} AND settled_at IS NULL
             AND student_id IN (SELECT id FROM students WHERE school_id = {school} AND left_at IS NULL)
           RETURNING student_id"#
    ));
    Ok(settled.one(tx).await?.map(|row| row.student_id))
}

/// Whether this is or was a concern of this school's present students.
/// # Errors
/// What the database said.
pub async fn is_known(db: &impl ConnectionTrait, id: ConcernId, school: SchoolId) -> Result<bool, DbErr> {
    let found = OfStudent::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT c.student_id FROM concerns c JOIN students st ON st.id = c.student_id
           WHERE c.id = {id} AND st.school_id = {school} AND st.left_at IS NULL"#
    ));
    Ok(found.one(db).await?.is_some())
}

#[derive(FromQueryResult)]
struct OfStudent {
    student_id: StudentId,
}
