use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::GuardianshipId;
use crate::{guardians::GuardianId, students::StudentId};

/// A child as a guardian's pages show them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Child {
    pub id: StudentId,
    pub given_name: String,
    pub family_name: String,
    pub grade: String,
    pub homeroom: String,
    pub school: String,
    pub counsellor: Option<String>,
    pub linked_at: Millis,
    /// Whether the roster still has them at a school.
    pub here: bool,
}

impl Child {
    /// « Amina Diallo ».
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// The children of a guardian, school by school, by first name; at most 200.
/// # Errors
/// What the database said.
pub async fn children_of(db: &impl ConnectionTrait, guardian: GuardianId) -> Result<Vec<Child>, DbErr> {
    Child::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.id, st.given_name, st.family_name, st.grade, st.homeroom, s.name AS school,
                  c.given_name || ' ' || c.family_name AS counsellor, g.linked_at, st.left_at IS NULL AS here
           FROM guardianships g JOIN students st ON st.id = g.student_id JOIN schools s ON s.id = st.school_id
                LEFT JOIN staff c ON c.id = st.counsellor_id
           WHERE g.guardian_id = {guardian} AND g.removed_at IS NULL
           ORDER BY s.name, st.given_name, st.id LIMIT 200"#
    ))
    .all(db)
    .await
}

/// One child of a guardian, if they are linked now.
/// # Errors
/// What the database said.
pub async fn child_of(
    db: &impl ConnectionTrait,
    guardian: GuardianId,
    student: StudentId,
) -> Result<Option<Child>, DbErr> {
    Child::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.id, st.given_name, st.family_name, st.grade, st.homeroom, s.name AS school,
                  c.given_name || ' ' || c.family_name AS counsellor, g.linked_at, st.left_at IS NULL AS here
           FROM guardianships g JOIN students st ON st.id = g.student_id JOIN schools s ON s.id = st.school_id
                LEFT JOIN staff c ON c.id = st.counsellor_id
           WHERE g.guardian_id = {guardian} AND g.student_id = {student} AND g.removed_at IS NULL"#
    ))
    .one(db)
    .await
}

/// A guardian as a student and their school's staff see them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct LinkedGuardian {
    pub name: String,
    pub email: String,
    pub linked_at: Millis,
    pub last_visit_at: Millis,
}

/// The guardians of a student, oldest link first; at most 100.
/// # Errors
/// What the database said.
pub async fn guardians_of(
    db: &impl ConnectionTrait,
    student: StudentId,
) -> Result<Vec<LinkedGuardian>, DbErr> {
    LinkedGuardian::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT p.name, p.email, g.linked_at, p.last_visit_at
           FROM guardianships g JOIN guardians p ON p.id = g.guardian_id
           WHERE g.student_id = {student} AND g.removed_at IS NULL
           ORDER BY g.linked_at, g.id LIMIT 100"#
    ))
    .all(db)
    .await
}

/// Whether the adult with this address, or whose account has it, is restricted about this student now.
/// # Errors
/// What the database said.
pub async fn is_restricted_address(
    db: &impl ConnectionTrait,
    student: StudentId,
    email_key: &str,
) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        restrictions: i64,
    }
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS restrictions FROM restrictions
           WHERE student_id = {student} AND lifted_at IS NULL
             AND (email_key = {email_key} OR guardian_id IN (SELECT id FROM guardians WHERE email_key = {email_key}))"#
    ));
    Ok(counted.one(db).await?.is_some_and(|row| row.restrictions > 0))
}

/// Makes the row of a link, or takes back its removal; false if they are linked already, or if the
/// guardian has closed their account.
/// # Errors
/// What the database said.
pub async fn insert_or_restore(
    tx: &impl ConnectionTrait,
    id: GuardianshipId,
    guardian: GuardianId,
    student: StudentId,
    now: Millis,
) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"INSERT INTO guardianships (id, guardian_id, student_id, linked_at)
               SELECT {id}, p.id, {student}, {now} FROM guardians p WHERE p.id = {guardian} AND p.closed_at IS NULL
               ON CONFLICT (guardian_id, student_id) DO UPDATE SET linked_at = excluded.linked_at, removed_at = NULL
               WHERE guardianships.removed_at IS NOT NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}
