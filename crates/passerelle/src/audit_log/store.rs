//! Reading what the audit keeps, with the names that the reader may see.

use database::{Millis, Page};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value, raw_sql};
use uuid::Uuid;

use super::{criteria::Criteria, shown::family_sees};
use crate::{schools::SchoolId, students::StudentId};

/// One event of a school.
#[derive(Clone, Debug, FromQueryResult)]
pub struct SchoolEvent {
    pub at: Millis,
    pub event: String,
    pub address: String,
    pub actor_kind: String,
    /// The member of the staff, or the student, who did it.
    pub actor: Option<String>,
    /// The guardian who did it, where they are or were linked to a student of this school.
    pub guardian: Option<String>,
    /// Whom it is about, while they are at this school.
    pub student_id: Option<StudentId>,
    pub student: Option<String>,
}

/// What every statement on a school's events joins and asks for: $1 the school, $2 the event, $3 the
/// students' pattern, $4 other people's, $5 and $6 the period.
const OF_SCHOOL: &str = "FROM audit_events e
    LEFT JOIN staff s ON e.actor_kind = 'staff' AND s.id = e.actor_id
    LEFT JOIN students own ON e.actor_kind = 'student' AND own.id = e.actor_id
    LEFT JOIN guardians p ON e.actor_kind = 'guardian' AND p.id = e.actor_id
         AND EXISTS (SELECT 1 FROM guardianships g JOIN students gs ON gs.id = g.student_id
                     WHERE g.guardian_id = p.id AND gs.school_id = $1 AND gs.left_at IS NULL)
    LEFT JOIN students st ON st.id = e.student_id AND st.school_id = $1 AND st.left_at IS NULL
    WHERE e.school_id = $1 AND ($2 = '' OR e.event = $2) AND e.at >= $5 AND e.at < $6
      AND ($4 = '%%' OR st.search_key LIKE $3 ESCAPE '\\' OR own.search_key LIKE $3 ESCAPE '\\'
           OR p.search_key LIKE $3 ESCAPE '\\' OR LOWER(s.given_name || ' ' || s.family_name) LIKE $4 ESCAPE '\\')";

fn values(school: SchoolId, criteria: &Criteria) -> Vec<Value> {
    vec![
        school.into(),
        criteria.event.clone().into(),
        criteria.student.clone().into(),
        criteria.person.clone().into(),
        criteria.from_at.into(),
        criteria.before_at.into(),
    ]
}

fn statement(backend: DbBackend, what: &str, end: &str, values: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(backend, format!("SELECT {what} {OF_SCHOOL} {end}"), values)
}

/// One page of a school's events, newest first.
/// # Errors
/// What the database said.
pub async fn of_school(
    db: &impl ConnectionTrait,
    school: SchoolId,
    criteria: &Criteria,
    page: Page,
) -> Result<Vec<SchoolEvent>, DbErr> {
    let what = "e.at, e.event, e.address, e.actor_kind, p.name AS guardian, st.id AS student_id,
        st.given_name || ' ' || st.family_name AS student,
        COALESCE(s.given_name || ' ' || s.family_name, own.given_name || ' ' || own.family_name) AS actor";
    let mut values = values(school, criteria);
    values.extend([page.size.into(), page.offset().into()]);
    let end = "ORDER BY e.at DESC, e.id DESC LIMIT $7 OFFSET $8";
    let backend = db.get_database_backend();
    SchoolEvent::find_by_statement(statement(backend, what, end, values)).all(db).await
}

/// How many events of a school meet the criteria.
/// # Errors
/// What the database said.
pub async fn count_of_school(
    db: &impl ConnectionTrait,
    school: SchoolId,
    criteria: &Criteria,
) -> Result<i64, DbErr> {
    let counting = statement(db.get_database_backend(), "count(*) AS events", "", values(school, criteria));
    Ok(Counted::find_by_statement(counting).one(db).await?.map_or(0, |row| row.events))
}

#[derive(FromQueryResult)]
struct Counted {
    events: i64,
}

/// One event of a student's story, as a family sees it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct StudentEvent {
    pub at: Millis,
    pub event: String,
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    /// The member of the staff who did it.
    pub staff: Option<String>,
    /// The guardian who did it: only the student reads their names.
    pub guardian: Option<String>,
}

/// One page of what a family may see of a student's story, newest first.
/// # Errors
/// What the database said.
pub async fn of_student(
    db: &impl ConnectionTrait,
    student: StudentId,
    page: Page,
) -> Result<Vec<StudentEvent>, DbErr> {
    let (shown, size, offset) = (family_sees(), page.size, page.offset());
    StudentEvent::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT e.at, e.event, e.actor_kind, e.actor_id, s.given_name || ' ' || s.family_name AS staff, p.name AS guardian
           FROM audit_events e
                LEFT JOIN staff s ON e.actor_kind = 'staff' AND s.id = e.actor_id
                LEFT JOIN guardians p ON e.actor_kind = 'guardian' AND p.id = e.actor_id
           WHERE e.student_id = {student} AND e.event IN ({..shown})
           ORDER BY e.at DESC, e.id DESC LIMIT {size} OFFSET {offset}"#
    ))
    .all(db)
    .await
}

/// How many of them there are.
/// # Errors
/// What the database said.
pub async fn count_of_student(db: &impl ConnectionTrait, student: StudentId) -> Result<i64, DbErr> {
    let shown = family_sees();
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS events FROM audit_events WHERE student_id = {student} AND event IN ({..shown})"#
    ));
    Ok(counted.one(db).await?.map_or(0, |row| row.events))
}
