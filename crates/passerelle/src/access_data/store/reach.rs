//! How many guardians students have, and those who have none.

use database::{Millis, Page};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, raw_sql};

use crate::{schools::SchoolId, students::StudentId};

/// How many students of a grade or homeroom have no guardian, one, and more.
#[derive(Clone, Debug, Default, FromQueryResult)]
pub struct Reached {
    pub name: String,
    pub students: i64,
    pub none: i64,
    pub one: i64,
}

/// A school's students by grade and guardians; at most 50 grades.
/// # Errors
/// What the database said.
pub async fn by_grade(db: &impl ConnectionTrait, school: SchoolId) -> Result<Vec<Reached>, DbErr> {
    Reached::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT grade AS name, count(*) AS students, count(CASE WHEN linked = 0 THEN 1 END) AS none,
                  count(CASE WHEN linked = 1 THEN 1 END) AS one
           FROM (SELECT st.grade, (SELECT count(*) FROM guardianships g WHERE g.student_id = st.id AND g.removed_at IS NULL) AS linked
                 FROM students st WHERE st.school_id = {school} AND st.left_at IS NULL) AS counted
           GROUP BY grade ORDER BY grade LIMIT 50"#
    ))
    .all(db)
    .await
}

/// A school's students by homeroom and guardians; at most 200 homerooms.
/// # Errors
/// What the database said.
pub async fn by_homeroom(db: &impl ConnectionTrait, school: SchoolId) -> Result<Vec<Reached>, DbErr> {
    Reached::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT homeroom AS name, count(*) AS students, count(CASE WHEN linked = 0 THEN 1 END) AS none,
                  count(CASE WHEN linked = 1 THEN 1 END) AS one
           FROM (SELECT st.homeroom, (SELECT count(*) FROM guardianships g WHERE g.student_id = st.id AND g.removed_at IS NULL) AS linked
                 FROM students st WHERE st.school_id = {school} AND st.left_at IS NULL) AS counted
           GROUP BY homeroom ORDER BY homeroom LIMIT 200"#
    ))
    .all(db)
    .await
}

/// The reason why the student `st` has no guardian, under the names of `Reason`; `$2` is now.
const REASON: &str = "CASE
    WHEN EXISTS (SELECT 1 FROM link_requests r WHERE r.student_id = st.id AND r.decided_at IS NULL) THEN 'to-confirm'
    WHEN EXISTS (SELECT 1 FROM activation_codes a JOIN refused_addresses x ON x.address_key = lower(a.sent_to)
                 WHERE a.student_id = st.id AND a.used_at IS NULL AND a.deleted_at IS NULL) THEN 'undelivered'
    WHEN EXISTS (SELECT 1 FROM activation_codes a WHERE a.student_id = st.id AND a.used_at IS NULL
                 AND a.deleted_at IS NULL AND a.expires_at > $2) THEN 'code-unused'
    WHEN EXISTS (SELECT 1 FROM activation_codes a WHERE a.student_id = st.id AND a.used_at IS NULL
                 AND a.deleted_at IS NULL) THEN 'expired'
    WHEN EXISTS (SELECT 1 FROM guardianships g WHERE g.student_id = st.id AND g.removed_at IS NOT NULL) THEN 'removed'
    ELSE 'no-code' END";

/// The students without a guardian, with the reason: `$1` school, `$2` now, `$3` grade, `$4` homeroom.
fn missing() -> String {
    format!(
        "SELECT st.id, st.given_name, st.family_name, st.grade, st.homeroom, st.sort_key, {REASON} AS reason
         FROM students st WHERE st.school_id = $1 AND st.left_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM guardianships l WHERE l.student_id = st.id AND l.removed_at IS NULL)
           AND ($3 = '' OR st.grade = $3) AND ($4 = '' OR st.homeroom = $4)"
    )
}

/// Which of the students without a guardian are asked for; empty is all.
#[derive(Clone, Debug, Default)]
pub struct Narrowed {
    pub grade: String,
    pub homeroom: String,
    pub reason: String,
}

/// How many students a reason holds for.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Counted {
    pub reason: String,
    pub students: i64,
}

/// How many students of a grade and homeroom have no guardian, reason by reason.
/// # Errors
/// What the database said.
pub async fn count_missing(
    db: &impl ConnectionTrait,
    school: SchoolId,
    narrowed: &Narrowed,
    now: Millis,
) -> Result<Vec<Counted>, DbErr> {
    let statement = format!(
        "SELECT reason, count(*) AS students FROM ({}) AS missing GROUP BY reason ORDER BY reason",
        missing()
    );
    let values =
        [school.into(), now.into(), narrowed.grade.as_str().into(), narrowed.homeroom.as_str().into()];
    let backend = db.get_database_backend();
    Counted::find_by_statement(Statement::from_sql_and_values(backend, statement, values)).all(db).await
}

/// A student without a guardian.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Missing {
    pub id: StudentId,
    pub given_name: String,
    pub family_name: String,
    pub grade: String,
    pub homeroom: String,
    pub reason: String,
}

/// One page of the students without a guardian, in French order.
/// # Errors
/// What the database said.
pub async fn page_of_missing(
    db: &impl ConnectionTrait,
    school: SchoolId,
    narrowed: &Narrowed,
    page: Page,
    now: Millis,
) -> Result<Vec<Missing>, DbErr> {
    let statement = format!(
        "SELECT id, given_name, family_name, grade, homeroom, reason FROM ({}) AS missing
         WHERE ($5 = '' OR reason = $5) ORDER BY sort_key, id LIMIT $6 OFFSET $7",
        missing()
    );
    let values = [
        school.into(),
        now.into(),
        narrowed.grade.as_str().into(),
        narrowed.homeroom.as_str().into(),
        narrowed.reason.as_str().into(),
        page.size.into(),
        page.offset().into(),
    ];
    let backend = db.get_database_backend();
    Missing::find_by_statement(Statement::from_sql_and_values(backend, statement, values)).all(db).await
}
