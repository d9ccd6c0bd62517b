//! Every statement on the tables of codes.

mod many;

use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

pub use many::{DeletedCode, delete_many, insert_many};

use super::{BatchId, CodeId, CodeState, NewCodes, UnusedCode};
use crate::{guardians::GuardianId, schools::SchoolId, staff::StaffId, students::StudentId};

/// A code that would serve now, with what the person who holds it may see of the child.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Usable {
    pub id: CodeId,
    pub student_id: StudentId,
    pub given_name: String,
    pub family_name: String,
    pub school: String,
}

impl Usable {
    /// « Amina D. »: first name and initial.
    pub fn child(&self) -> String {
        let initial: String = self
            .family_name
            .chars()
            .find(|symbol| symbol.is_alphanumeric())
            .map(|symbol| symbol.to_uppercase().collect())
            .unwrap_or_default();
        format!("{} {initial}.", self.given_name)
    }
}

/// The code under this keyed hash, if it would serve now.
/// # Errors
/// What the database said.
pub async fn usable_by_lookup(
    db: &impl ConnectionTrait,
    lookup: &[u8],
    now: Millis,
) -> Result<Option<Usable>, DbErr> {
    let lookup = lookup.to_vec();
    Usable::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT c.id, c.student_id, st.given_name, st.family_name, s.name AS school
           FROM activation_codes c JOIN students st ON st.id = c.student_id JOIN schools s ON s.id = st.school_id
           WHERE c.lookup = {lookup} AND c.used_at IS NULL AND c.deleted_at IS NULL AND c.expires_at > {now}
             AND st.left_at IS NULL"#
    ))
    .one(db)
    .await
}

/// The code with this id, if it would serve now.
/// # Errors
/// What the database said.
pub async fn usable(db: &impl ConnectionTrait, id: CodeId, now: Millis) -> Result<Option<Usable>, DbErr> {
    Usable::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT c.id, c.student_id, st.given_name, st.family_name, s.name AS school
           FROM activation_codes c JOIN students st ON st.id = c.student_id JOIN schools s ON s.id = st.school_id
           WHERE c.id = {id} AND c.used_at IS NULL AND c.deleted_at IS NULL AND c.expires_at > {now}
             AND st.left_at IS NULL"#
    ))
    .one(db)
    .await
}

/// Whose a code is.
#[derive(FromQueryResult)]
pub struct OfStudent {
    pub student_id: StudentId,
    pub school_id: SchoolId,
    /// How the code left.
    pub channel: String,
}

/// Marks the code as used if at this moment it can be, and erases its sealed form. One UPDATE: of many
/// tries, one wins.
/// # Errors
/// What the database said.
pub async fn claim(
    tx: &impl ConnectionTrait,
    id: CodeId,
    by: GuardianId,
    now: Millis,
) -> Result<Option<OfStudent>, DbErr> {
    let claimed = OfStudent::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE activation_codes SET used_at = {now}, used_by = {by}, sealed = NULL
           WHERE id = {id} AND used_at IS NULL AND deleted_at IS NULL AND expires_at > {now}
             AND EXISTS (SELECT 1 FROM students st WHERE st.id = activation_codes.student_id AND st.left_at IS NULL)
           RETURNING student_id, channel, (SELECT st.school_id FROM students st WHERE st.id = activation_codes.student_id) AS school_id"#
    ));
    claimed.one(tx).await
}

/// The unused codes of a student, newest first; expired ones too. At most 200.
/// # Errors
/// What the database said.
pub async fn unused(db: &impl ConnectionTrait, student: StudentId) -> Result<Vec<UnusedCode>, DbErr> {
    UnusedCode::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT c.id, c.batch_id, c.key_id, c.sealed, m.given_name || ' ' || m.family_name AS made_by, c.made_at, c.expires_at,
                  c.disowned_at, c.sent_to, r.refused_at
           FROM activation_codes c LEFT JOIN staff m ON m.id = c.made_by LEFT JOIN refused_addresses r ON r.address_key = lower(c.sent_to)
           WHERE c.student_id = {student} AND c.used_at IS NULL AND c.deleted_at IS NULL
           ORDER BY c.made_at DESC, c.id DESC LIMIT 200"#
    ))
    .all(db)
    .await
}

/// One unused code of a student.
/// # Errors
/// What the database said.
pub async fn find_unused(
    db: &impl ConnectionTrait,
    student: StudentId,
    id: CodeId,
) -> Result<Option<UnusedCode>, DbErr> {
    UnusedCode::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT c.id, c.batch_id, c.key_id, c.sealed, m.given_name || ' ' || m.family_name AS made_by, c.made_at, c.expires_at,
                  c.disowned_at, c.sent_to, r.refused_at
           FROM activation_codes c LEFT JOIN staff m ON m.id = c.made_by LEFT JOIN refused_addresses r ON r.address_key = lower(c.sent_to)
           WHERE c.id = {id} AND c.student_id = {student} AND c.used_at IS NULL AND c.deleted_at IS NULL"#
    ))
    .one(db)
    .await
}

/// How many codes of a student would serve now.
/// # Errors
/// What the database said.
pub async fn count_usable(db: &impl ConnectionTrait, student: StudentId, now: Millis) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        codes: i64,
    }
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS codes FROM activation_codes
           WHERE student_id = {student} AND used_at IS NULL AND deleted_at IS NULL AND expires_at > {now}"#
    ));
    Ok(counted.one(db).await?.map_or(0, |row| row.codes))
}

/// What became of a code of this student; none if there is no such code.
/// # Errors
/// What the database said.
pub async fn state(
    db: &impl ConnectionTrait,
    student: StudentId,
    id: CodeId,
    now: Millis,
) -> Result<Option<CodeState>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        used_at: Option<Millis>,
        deleted_at: Option<Millis>,
        expires_at: Millis,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT used_at, deleted_at, expires_at FROM activation_codes WHERE id = {id} AND student_id = {student}"#
    ));
    Ok(row.one(db).await?.map(|row| match row {
        Row { used_at: Some(_), .. } => CodeState::Used,
        Row { deleted_at: Some(_), .. } => CodeState::Deleted,
        Row { expires_at, .. } if expires_at <= now => CodeState::Expired,
        Row { .. } => CodeState::Usable,
    }))
}

/// Takes a form's key for this batch; false if that form was sent before.
/// # Errors
/// What the database said.
pub async fn claim_form(
    tx: &impl ConnectionTrait,
    batch: BatchId,
    new: &NewCodes<'_>,
    now: Millis,
) -> Result<bool, DbErr> {
    let (form_key, school, by) = (new.form_key, new.school.id, new.by);
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"INSERT INTO code_batches (id, form_key, school_id, made_by, made_at)
               VALUES ({batch}, {form_key}, {school}, {by}, {now})
               ON CONFLICT (form_key) DO NOTHING"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The batch that this form made for this student, by this person.
/// # Errors
/// What the database said.
pub async fn batch_of_form(db: &impl ConnectionTrait, new: &NewCodes<'_>) -> Result<Option<BatchId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: BatchId,
    }
    let (form_key, by, student) = (new.form_key, new.by, new.student);
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT b.id FROM code_batches b
           WHERE b.form_key = {form_key} AND b.made_by = {by}
             AND EXISTS (SELECT 1 FROM activation_codes c WHERE c.batch_id = b.id AND c.student_id = {student})"#
    ));
    Ok(row.one(db).await?.map(|row| row.id))
}

/// A code about to be written.
pub struct NewCode<'n> {
    pub id: CodeId,
    pub student: StudentId,
    pub batch: Option<BatchId>,
    pub lookup: Vec<u8>,
    pub key_id: u32,
    pub sealed: Vec<u8>,
    pub made_by: Option<StaffId>,
    /// The address it is mailed to; none: it is for the screen.
    pub sent_to: Option<&'n str>,
    pub expires_at: Millis,
}

/// Writes a code down.
/// # Errors
/// What the database said.
pub async fn insert(tx: &impl ConnectionTrait, new: NewCode<'_>, now: Millis) -> Result<(), DbErr> {
    let NewCode { id, student, batch, lookup, key_id, sealed, made_by, sent_to, expires_at } = new;
    let key_id = i64::from(key_id);
    let channel = if sent_to.is_some() { "email" } else { "screen" };
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO activation_codes (id, student_id, batch_id, lookup, key_id, sealed, channel, sent_to, made_by, made_at, expires_at)
           VALUES ({id}, {student}, {batch}, {lookup}, {key_id}, {sealed}, {channel}, {sent_to}, {made_by}, {now}, {expires_at})"#
    ))
    .await?;
    Ok(())
}

/// Deletes a code of this student while it is unused, and erases its sealed form; false if it wasn't.
/// # Errors
/// What the database said.
pub async fn delete(
    tx: &impl ConnectionTrait,
    student: StudentId,
    id: CodeId,
    by: StaffId,
    now: Millis,
) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE activation_codes SET deleted_at = {now}, deleted_by = {by}, sealed = NULL
               WHERE id = {id} AND student_id = {student} AND used_at IS NULL AND deleted_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Makes a code void while it is unused, and erases its sealed form; false if it wasn't. Nobody of the
/// staff did it: whoever's act it is writes that down.
/// # Errors
/// What the database said.
pub async fn make_void(tx: &impl ConnectionTrait, id: CodeId, now: Millis) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE activation_codes SET deleted_at = {now}, sealed = NULL
               WHERE id = {id} AND used_at IS NULL AND deleted_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Marks an unused code as disowned and gives its student.
/// # Errors
/// What the database said.
pub async fn mark_disowned(
    tx: &impl ConnectionTrait,
    id: CodeId,
    now: Millis,
) -> Result<Option<OfStudent>, DbErr> {
    let marked = OfStudent::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE activation_codes SET disowned_at = {now}
           WHERE id = {id} AND used_at IS NULL AND deleted_at IS NULL
           RETURNING student_id, channel, (SELECT st.school_id FROM students st WHERE st.id = activation_codes.student_id) AS school_id"#
    ));
    marked.one(tx).await
}

/// The student whom this guardian linked with this code.
/// # Errors
/// What the database said.
pub async fn student_of_used(
    db: &impl ConnectionTrait,
    code: CodeId,
    guardian: GuardianId,
) -> Result<Option<StudentId>, DbErr> {
    let row = OfStudent::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT student_id, channel, (SELECT st.school_id FROM students st WHERE st.id = activation_codes.student_id) AS school_id
           FROM activation_codes WHERE id = {code} AND used_by = {guardian}"#
    ));
    Ok(row.one(db).await?.map(|row| row.student_id))
}

/// Whether there is any code at all: then the secret they were sealed with must not be made anew.
/// # Errors
/// What the database said.
pub async fn any(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Found {
        #[expect(dead_code, reason = "that there is a row is the answer")]
        id: CodeId,
    }
    Ok(Found::find_by_statement(raw_sql!(Postgres, r#"SELECT id FROM activation_codes LIMIT 1"#))
        .one(db)
        .await?
        .is_some())
}
