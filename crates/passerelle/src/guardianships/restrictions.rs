//! Adults who must not be linked to a student: every statement on the restrictions' table. What
//! follows from one, the slice `restrictions` does.

use database::{Millis, typed_id};
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use crate::{guardians::GuardianId, staff::StaffId, students::StudentId};

typed_id!(
    /// Names a restriction.
    RestrictionId
);

/// What stands as the reason of a link that a restriction removed.
pub const REASON: &str = "restricted";

/// Whether a restriction about this student is in force that names this guardian or this address.
/// # Errors
/// What the database said.
pub async fn is_in_force_for(
    db: &impl ConnectionTrait,
    student: StudentId,
    guardian: Option<GuardianId>,
    email_key: &str,
) -> Result<bool, DbErr> {
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS restrictions FROM restrictions
           WHERE student_id = {student} AND lifted_at IS NULL AND (guardian_id = {guardian} OR email_key = {email_key})"#
    ));
    Ok(counted.one(db).await?.is_some_and(|row| row.restrictions > 0))
}

#[derive(FromQueryResult)]
struct Counted {
    restrictions: i64,
}

/// How many restrictions about this student are in force.
/// # Errors
/// What the database said.
pub async fn count_in_force(db: &impl ConnectionTrait, student: StudentId) -> Result<i64, DbErr> {
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS restrictions FROM restrictions WHERE student_id = {student} AND lifted_at IS NULL"#
    ));
    Ok(counted.one(db).await?.map_or(0, |row| row.restrictions))
}

/// An adult whom the school knows from this student: linked now or once, or asking to be.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Known {
    pub id: GuardianId,
    pub name: String,
}

/// The adults whom the school knows from this student, by name; at most 100.
/// # Errors
/// What the database said.
pub async fn known(db: &impl ConnectionTrait, student: StudentId) -> Result<Vec<Known>, DbErr> {
    Known::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT p.id, p.name FROM guardians p
           WHERE p.closed_at IS NULL AND p.id IN (SELECT guardian_id FROM guardianships WHERE student_id = {student}
                                                  UNION SELECT guardian_id FROM link_requests WHERE student_id = {student})
           ORDER BY p.name, p.id LIMIT 100"#
    ))
    .all(db)
    .await
}

/// A restriction about to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewRestriction<'n> {
    pub student: StudentId,
    pub guardian: Option<GuardianId>,
    /// The address as typed; none where the adult was chosen by their account.
    pub email: Option<&'n str>,
    pub email_key: &'n str,
    pub note: &'n str,
    pub by: StaffId,
}

/// Writes a restriction down.
/// # Errors
/// What the database said.
pub async fn insert(
    tx: &impl ConnectionTrait,
    new: &NewRestriction<'_>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<RestrictionId, DbErr> {
    let (id, student, guardian) = (RestrictionId::new(now, random), new.student, new.guardian);
    let (email, email_key, note, by) = (new.email, new.email_key, new.note, new.by);
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO restrictions (id, student_id, guardian_id, email, email_key, note, made_by, made_at)
           VALUES ({id}, {student}, {guardian}, {email}, {email_key}, {note}, {by}, {now})"#
    ))
    .await?;
    Ok(id)
}

/// Makes restrictions that name an address name its account too, so that they hold when the account
/// changes its address.
/// # Errors
/// What the database said.
pub async fn bind(tx: &impl ConnectionTrait, guardian: GuardianId, email_key: &str) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE restrictions SET guardian_id = {guardian}
           WHERE email_key = {email_key} AND guardian_id IS NULL AND lifted_at IS NULL"#
    ))
    .await?;
    Ok(())
}

/// Lifts a restriction of this student; false if it isn't in force.
/// # Errors
/// What the database said.
pub async fn lift(
    tx: &impl ConnectionTrait,
    student: StudentId,
    id: RestrictionId,
    by: StaffId,
    now: Millis,
) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE restrictions SET lifted_at = {now}, lifted_by = {by}
               WHERE id = {id} AND student_id = {student} AND lifted_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// A restriction as administrators read it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Restriction {
    pub id: RestrictionId,
    /// The adult's name, where they are or were linked to the student or asked to be.
    pub adult: Option<String>,
    pub email: Option<String>,
    pub note: String,
    pub made_by: String,
    pub made_at: Millis,
    lifted_by: Option<String>,
    pub lifted_at: Option<Millis>,
}

impl Restriction {
    /// Who lifted it.
    pub fn lifter(&self) -> &str {
        self.lifted_by.as_deref().unwrap_or_default()
    }

    /// Whom it keeps away: the name, else the address.
    pub fn whom(&self) -> &str {
        self.adult.as_deref().filter(|name| !name.is_empty()).or(self.email.as_deref()).unwrap_or_default()
    }
}

/// The restrictions about a student, those in force first, then the latest; at most 100.
/// # Errors
/// What the database said.
pub async fn each(db: &impl ConnectionTrait, student: StudentId) -> Result<Vec<Restriction>, DbErr> {
    Restriction::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT r.id, CASE WHEN EXISTS (SELECT 1 FROM guardianships g WHERE g.guardian_id = r.guardian_id AND g.student_id = r.student_id)
                        OR EXISTS (SELECT 1 FROM link_requests q WHERE q.guardian_id = r.guardian_id AND q.student_id = r.student_id)
                        THEN p.name END AS adult,
                  r.email, r.note, m.given_name || ' ' || m.family_name AS made_by, r.made_at,
                  l.given_name || ' ' || l.family_name AS lifted_by, r.lifted_at
           FROM restrictions r JOIN staff m ON m.id = r.made_by LEFT JOIN staff l ON l.id = r.lifted_by
                LEFT JOIN guardians p ON p.id = r.guardian_id
           WHERE r.student_id = {student}
           ORDER BY CASE WHEN r.lifted_at IS NULL THEN 0 ELSE 1 END, r.made_at DESC, r.id DESC LIMIT 100"#
    ))
    .all(db)
    .await
}

/// One restriction about a student, in force or lifted.
/// # Errors
/// What the database said.
pub async fn find(
    db: &impl ConnectionTrait,
    student: StudentId,
    id: RestrictionId,
) -> Result<Option<Restriction>, DbErr> {
    Ok(each(db, student).await?.into_iter().find(|restriction| restriction.id == id))
}

/// Turns on or off whether a new link waits until the school has checked it; false if it was so.
/// # Errors
/// What the database said.
pub async fn set_verification(
    tx: &impl ConnectionTrait,
    student: StudentId,
    on: bool,
) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE students SET verification = {on} WHERE id = {student} AND verification <> {on} AND left_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether a student is on verification.
/// # Errors
/// What the database said.
pub async fn is_on_verification(db: &impl ConnectionTrait, student: StudentId) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        verification: bool,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT verification FROM students WHERE id = {student}"#
    ));
    Ok(row.one(db).await?.is_some_and(|row| row.verification))
}
