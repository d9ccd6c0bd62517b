use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use crate::{guardians::GuardianId, schools::SchoolId, students::StudentId};

/// A link that has just ended.
#[derive(FromQueryResult)]
pub struct Ended {
    pub student_id: StudentId,
    pub school_id: SchoolId,
}

/// Ends every link of a guardian who closes their account.
/// # Errors
/// What the database said.
pub async fn end_links(
    tx: &impl ConnectionTrait,
    guardian: GuardianId,
    now: Millis,
) -> Result<Vec<Ended>, DbErr> {
    Ended::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE guardianships SET removed_at = {now}, removed_by_kind = 'guardian', removed_by = {guardian},
               removed_reason = 'account-closed'
           WHERE guardian_id = {guardian} AND removed_at IS NULL
           RETURNING student_id, (SELECT st.school_id FROM students st WHERE st.id = student_id) AS school_id"#
    ))
    .all(tx)
    .await
}

/// Takes back what a guardian who closes their account has asked for and left on devices.
/// # Errors
/// What the database said.
pub async fn forget_traces(
    tx: &impl ConnectionTrait,
    guardian: GuardianId,
    now: Millis,
) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE link_requests SET decided_at = {now}, accepted = {false} WHERE guardian_id = {guardian} AND decided_at IS NULL"#
    ))
    .await?;
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM add_child_drafts WHERE guardian_id = {guardian}"#))
        .await?;
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM known_devices WHERE person_id = {guardian}"#)).await?;
    Ok(())
}

/// Calls back the mails that wait for an address, but for invitations: those are between a student and
/// the address, whoever has an account.
/// # Errors
/// What the database said.
pub async fn call_back_mails(tx: &impl ConnectionTrait, email_key: &str, now: Millis) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE outbox SET state = 'cancelled', finished_at = {now}, sealed = NULL
           WHERE recipient_key = {email_key} AND state = 'waiting'
             AND NOT EXISTS (SELECT 1 FROM invitations i WHERE i.mail_id = outbox.id)"#
    ))
    .await?;
    Ok(())
}

/// A link as its guardian may read it, ended or not.
#[derive(FromQueryResult)]
pub struct LinkRecord {
    pub child: String,
    pub school: String,
    pub channel: String,
    pub linked_at: Millis,
    pub removed_at: Option<Millis>,
    /// `guardian`, `student` or `staff`.
    pub removed_by_kind: Option<String>,
}

/// Every link that a guardian has or had; at most 1,000.
/// # Errors
/// What the database said.
pub async fn links_of(db: &impl ConnectionTrait, guardian: GuardianId) -> Result<Vec<LinkRecord>, DbErr> {
    LinkRecord::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.given_name || ' ' || st.family_name AS child, s.name AS school, g.channel, g.linked_at,
                  g.removed_at, g.removed_by_kind
           FROM guardianships g JOIN students st ON st.id = g.student_id JOIN schools s ON s.id = st.school_id
           WHERE g.guardian_id = {guardian} ORDER BY g.linked_at, g.id LIMIT 1000"#
    ))
    .all(db)
    .await
}

/// Something that a guardian did.
#[derive(FromQueryResult)]
pub struct EventRecord {
    pub at: Millis,
    pub event: String,
    pub address: String,
}

/// What a guardian did, the latest first; at most 10,000.
/// # Errors
/// What the database said.
pub async fn events_of(db: &impl ConnectionTrait, guardian: GuardianId) -> Result<Vec<EventRecord>, DbErr> {
    EventRecord::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT at, event, address FROM audit_events
           WHERE actor_id = {guardian} AND actor_kind = 'guardian' ORDER BY at DESC, id DESC LIMIT 10000"#
    ))
    .all(db)
    .await
}

/// When an account was opened.
/// # Errors
/// What the database said.
pub async fn opened_at(db: &impl ConnectionTrait, guardian: GuardianId) -> Result<Millis, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        created_at: Millis,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT created_at FROM guardians WHERE id = {guardian}"#
    ));
    Ok(row.one(db).await?.map_or(0, |row| row.created_at))
}
