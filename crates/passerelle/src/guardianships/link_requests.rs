//! Links that wait for the school: every statement on their table.

use database::{Millis, typed_id};
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::{Channel, NewLink};
use crate::{guardians::GuardianId, schools::SchoolId, staff::StaffId, students::StudentId};

typed_id!(
    /// Names a link that waits for the school.
    RequestId
);

/// Writes down that a code was used and the link waits.
/// # Errors
/// What the database said; a second open one for the two is refused by the unique index.
pub async fn insert(
    tx: &impl ConnectionTrait,
    student: StudentId,
    new: &NewLink,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let (id, guardian) = (RequestId::new(now, random), new.guardian);
    let (code, channel) = (new.code, new.channel.name());
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO link_requests (id, guardian_id, student_id, code_id, channel, asked_at)
           VALUES ({id}, {guardian}, {student}, {code}, {channel}, {now})"#
    ))
    .await?;
    Ok(())
}

/// A link that waits, as the staff see it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Waiting {
    pub id: RequestId,
    pub student_id: StudentId,
    pub given_name: String,
    pub family_name: String,
    /// The adult's name.
    pub adult: String,
    pub asked_at: Millis,
    channel: String,
}

impl Waiting {
    /// « Amina Diallo ».
    pub fn student(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    pub fn channel(&self) -> Channel {
        Channel::parse(&self.channel)
    }
}

/// The links that wait for a school, oldest first; as many as asked for.
/// # Errors
/// What the database said.
pub async fn waiting_at(
    db: &impl ConnectionTrait,
    school: SchoolId,
    most: i64,
) -> Result<Vec<Waiting>, DbErr> {
    Waiting::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT r.id, r.student_id, st.given_name, st.family_name, p.name AS adult, r.asked_at, r.channel
           FROM link_requests r JOIN students st ON st.id = r.student_id JOIN guardians p ON p.id = r.guardian_id
           WHERE r.decided_at IS NULL AND st.school_id = {school} AND st.left_at IS NULL AND p.closed_at IS NULL
           ORDER BY r.asked_at, r.id LIMIT {most}"#
    ))
    .all(db)
    .await
}

/// How many links wait for a school.
/// # Errors
/// What the database said.
pub async fn count_at(db: &impl ConnectionTrait, school: SchoolId) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        requests: i64,
    }
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS requests
           FROM link_requests r JOIN students st ON st.id = r.student_id JOIN guardians p ON p.id = r.guardian_id
           WHERE r.decided_at IS NULL AND st.school_id = {school} AND st.left_at IS NULL AND p.closed_at IS NULL"#
    ));
    Ok(counted.one(db).await?.map_or(0, |row| row.requests))
}

/// The links to one student that wait, oldest first; at most 50.
/// # Errors
/// What the database said.
pub async fn waiting_for(db: &impl ConnectionTrait, student: StudentId) -> Result<Vec<Waiting>, DbErr> {
    Waiting::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT r.id, r.student_id, st.given_name, st.family_name, p.name AS adult, r.asked_at, r.channel
           FROM link_requests r JOIN students st ON st.id = r.student_id JOIN guardians p ON p.id = r.guardian_id
           WHERE r.decided_at IS NULL AND r.student_id = {student} AND p.closed_at IS NULL
           ORDER BY r.asked_at, r.id LIMIT 50"#
    ))
    .all(db)
    .await
}

/// One link that waits for this school.
/// # Errors
/// What the database said.
pub async fn find_waiting(
    db: &impl ConnectionTrait,
    id: RequestId,
    school: SchoolId,
) -> Result<Option<Waiting>, DbErr> {
    Waiting::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT r.id, r.student_id, st.given_name, st.family_name, p.name AS adult, r.asked_at, r.channel
           FROM link_requests r JOIN students st ON st.id = r.student_id JOIN guardians p ON p.id = r.guardian_id
           WHERE r.id = {id} AND r.decided_at IS NULL AND st.school_id = {school} AND st.left_at IS NULL AND p.closed_at IS NULL"#
    ))
    .one(db)
    .await
}

/// Whether this school has or had such a request to decide.
/// # Errors
/// What the database said.
pub async fn is_known(db: &impl ConnectionTrait, id: RequestId, school: SchoolId) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        requests: i64,
    }
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS requests FROM link_requests r JOIN students st ON st.id = r.student_id
           WHERE r.id = {id} AND st.school_id = {school} AND st.left_at IS NULL"#
    ));
    Ok(counted.one(db).await?.is_some_and(|row| row.requests > 0))
}

/// Whom a decision is about.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Decided {
    pub guardian_id: GuardianId,
    channel: String,
}

impl Decided {
    pub fn channel(&self) -> Channel {
        Channel::parse(&self.channel)
    }
}

/// Decides a request that still waits: of two who decide at once, one does.
/// # Errors
/// What the database said.
pub async fn decide(
    tx: &impl ConnectionTrait,
    id: RequestId,
    accepted: bool,
    by: StaffId,
    now: Millis,
) -> Result<Option<Decided>, DbErr> {
    Decided::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE link_requests SET decided_at = {now}, decided_by = {by}, accepted = {accepted}
           WHERE id = {id} AND decided_at IS NULL
           RETURNING guardian_id, channel"#
    ))
    .one(tx)
    .await
}

/// Declines what this guardian still waits for about this student; false if nothing waits.
/// # Errors
/// What the database said.
pub async fn decline_of(
    tx: &impl ConnectionTrait,
    student: StudentId,
    guardian: GuardianId,
    by: StaffId,
    now: Millis,
) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE link_requests SET decided_at = {now}, decided_by = {by}, accepted = {false}
               WHERE student_id = {student} AND guardian_id = {guardian} AND decided_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() > 0)
}

/// What a guardian knows of a link that waits or was declined: first name and school, no more.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Asked {
    pub given_name: String,
    pub school: String,
    pub asked_at: Millis,
    decided_at: Option<Millis>,
}

impl Asked {
    pub const fn is_declined(&self) -> bool {
        self.decided_at.is_some()
    }
}

/// The links that a guardian waits for, and those declined since, newest first; at most 50.
/// # Errors
/// What the database said.
pub async fn of_guardian(
    db: &impl ConnectionTrait,
    guardian: GuardianId,
    since: Millis,
) -> Result<Vec<Asked>, DbErr> {
    Asked::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.given_name, s.name AS school, r.asked_at, r.decided_at
           FROM link_requests r JOIN students st ON st.id = r.student_id JOIN schools s ON s.id = st.school_id
           WHERE r.guardian_id = {guardian} AND (r.decided_at IS NULL OR (r.accepted = {false} AND r.decided_at > {since}))
             AND NOT EXISTS (SELECT 1 FROM link_requests later
                             WHERE later.guardian_id = r.guardian_id AND later.student_id = r.student_id AND later.asked_at > r.asked_at)
             AND NOT EXISTS (SELECT 1 FROM guardianships g
                             WHERE g.guardian_id = r.guardian_id AND g.student_id = r.student_id AND g.removed_at IS NULL)
           ORDER BY r.asked_at DESC, r.id DESC LIMIT 50"#
    ))
    .all(db)
    .await
}
