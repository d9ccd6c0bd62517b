use std::collections::HashMap;

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::{Student, StudentId};
use crate::schools::SchoolId;

/// The student with this id, if they are at this school now.
/// # Errors
/// What the database said.
pub async fn find_at(
    db: &impl ConnectionTrait,
    id: StudentId,
    school: SchoolId,
) -> Result<Option<Student>, DbErr> {
    Student::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.id, st.school_id, s.name AS school, st.number, st.given_name, st.family_name, st.grade, st.homeroom,
                  c.given_name || ' ' || c.family_name AS counsellor, st.birth_on
           FROM students st JOIN schools s ON s.id = st.school_id LEFT JOIN staff c ON c.id = st.counsellor_id
           WHERE st.id = {id} AND st.school_id = {school} AND st.left_at IS NULL"#
    ))
    .one(db)
    .await
}

/// A student who signs in.
#[derive(FromQueryResult)]
pub struct Credentials {
    pub id: StudentId,
    pub password_hash: Option<String>,
}

/// The student with this username, if they haven't left.
/// # Errors
/// What the database said.
pub async fn credentials(db: &impl ConnectionTrait, username: &str) -> Result<Option<Credentials>, DbErr> {
    Credentials::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, password_hash FROM students WHERE username = {username} AND left_at IS NULL"#
    ))
    .one(db)
    .await
}

/// A signed-in student.
#[derive(FromQueryResult)]
pub struct Present {
    pub id: StudentId,
    pub given_name: String,
    pub family_name: String,
    pub grade: String,
    pub school: String,
    pub district: String,
    /// Whether their password is one that the staff handed out.
    pub password_temporary: bool,
}

/// The student with this id, if they haven't left.
/// # Errors
/// What the database said.
pub async fn present(db: &impl ConnectionTrait, id: StudentId) -> Result<Option<Present>, DbErr> {
    Present::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.id, st.given_name, st.family_name, st.grade, s.name AS school, d.name AS district,
                  st.password_temporary
           FROM students st JOIN schools s ON s.id = st.school_id JOIN districts d ON d.id = s.district_id
           WHERE st.id = {id} AND st.left_at IS NULL"#
    ))
    .one(db)
    .await
}

/// Holds a student's row until the transaction ends; false if they aren't at this school.
/// # Errors
/// What the database said.
pub async fn hold(tx: &impl ConnectionTrait, student: StudentId, school: SchoolId) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE students SET number = number WHERE id = {student} AND school_id = {school} AND left_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

#[derive(FromQueryResult)]
struct Placed {
    id: StudentId,
    school_id: SchoolId,
}

/// Sets a student's password; gives who they are and where, if there is such a username.
/// # Errors
/// What the database said.
pub async fn set_password(
    tx: &impl ConnectionTrait,
    username: &str,
    hash: &str,
) -> Result<Option<(StudentId, SchoolId)>, DbErr> {
    let placed = Placed::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE students SET password_hash = {hash}, password_temporary = {false}
           WHERE username = {username} AND left_at IS NULL
           RETURNING id, school_id"#
    ));
    Ok(placed.one(tx).await?.map(|row| (row.id, row.school_id)))
}

/// Sets the password that a student chose.
/// # Errors
/// What the database said.
pub async fn set_own_password(tx: &impl ConnectionTrait, id: StudentId, hash: &str) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE students SET password_hash = {hash}, password_temporary = {false} WHERE id = {id}"#
    ))
    .await?;
    Ok(())
}

/// Puts a temporary password in the place of the one that was read before; false if it has changed
/// since: of two who hand one out at once, one does, and what was shown is what works.
/// # Errors
/// What the database said.
pub async fn set_temporary_password(
    tx: &impl ConnectionTrait,
    id: StudentId,
    before: Option<&str>,
    hash: &str,
) -> Result<bool, DbErr> {
    let before = before.unwrap_or_default();
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE students SET password_hash = {hash}, password_temporary = {true}
               WHERE id = {id} AND COALESCE(password_hash, '') = {before} AND left_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The names of these students of a school, by id; who has left it isn't among them.
/// # Errors
/// What the database said.
pub async fn names_of(
    db: &impl ConnectionTrait,
    school: SchoolId,
    ids: &[StudentId],
) -> Result<HashMap<StudentId, String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: StudentId,
        name: String,
    }
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let ids = ids.to_vec();
    let rows = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, given_name || ' ' || family_name AS name FROM students
           WHERE school_id = {school} AND left_at IS NULL AND id IN ({..ids})"#
    ));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.id, row.name)).collect())
}
