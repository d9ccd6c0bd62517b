//! Every statement on the table of invitations.

use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::{Invitation, InvitationId};
use crate::{
    codes::CodeId,
    schools::SchoolId,
    sessions::{self, TokenHash},
    students::StudentId,
    web::cookies,
};

/// A student who invites, with what the mail says of them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Inviter {
    pub id: StudentId,
    pub given_name: String,
    pub school_id: SchoolId,
    pub school: String,
    /// What the roster says is spoken at home, in its own words.
    pub home_language: Option<String>,
}

/// The student with this id, if they haven't left.
/// # Errors
/// What the database said.
pub async fn inviter(db: &impl ConnectionTrait, student: StudentId) -> Result<Option<Inviter>, DbErr> {
    Inviter::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.id, st.given_name, st.school_id, s.name AS school, st.home_language
           FROM students st JOIN schools s ON s.id = st.school_id WHERE st.id = {student} AND st.left_at IS NULL"#
    ))
    .one(db)
    .await
}

/// Lets invitations to addresses of one stripe come one after the other until the transaction ends, so
/// that what is counted afterwards stays true.
/// # Errors
/// What the database said.
pub async fn hold_stripe(tx: &impl ConnectionTrait, stripe: i64) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO invitation_locks (stripe) VALUES ({stripe})
           ON CONFLICT (stripe) DO UPDATE SET stripe = excluded.stripe"#
    ))
    .await?;
    Ok(())
}

/// The invitation that this form made, if it was sent before by this student.
/// # Errors
/// What the database said.
pub async fn of_form(
    db: &impl ConnectionTrait,
    student: StudentId,
    form_key: &str,
) -> Result<Option<InvitationId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: InvitationId,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id FROM invitations WHERE form_key = {form_key} AND student_id = {student}"#
    ));
    Ok(row.one(db).await?.map(|row| row.id))
}

/// What limits are compared with. Every invitation counts, also one that was withdrawn.
#[derive(Debug, FromQueryResult)]
pub struct Counted {
    /// Of this student, still open.
    pub open: i64,
    /// Of this student since a day.
    pub by_student: i64,
    /// Of this student to this address since a day.
    pub by_student_to_address: i64,
    /// Of anybody to this address since a day.
    pub to_address: i64,
    /// Of the whole school since a day.
    pub by_school: i64,
    /// How often this address has told this student lately that it isn't for them.
    pub refusals: i64,
}

/// Since when invitations and refusals count.
#[derive(Clone, Copy)]
pub struct Since {
    pub sent: Millis,
    pub refused: Millis,
}

/// Counts what stands against a further invitation.
/// # Errors
/// What the database said.
pub async fn count(
    tx: &impl ConnectionTrait,
    student: StudentId,
    school: SchoolId,
    email_key: &str,
    since: Since,
    now: Millis,
) -> Result<Counted, DbErr> {
    let (sent, refused) = (since.sent, since.refused);
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT (SELECT count(*) FROM invitations i LEFT JOIN activation_codes c ON c.id = i.code_id
                   WHERE i.student_id = {student} AND i.withdrawn_at IS NULL AND i.refused_at IS NULL AND i.expires_at > {now}
                     AND c.used_at IS NULL AND c.deleted_at IS NULL) AS open,
                  (SELECT count(*) FROM invitations WHERE student_id = {student} AND created_at > {sent}) AS by_student,
                  (SELECT count(*) FROM invitations
                   WHERE student_id = {student} AND email_key = {email_key} AND created_at > {sent}) AS by_student_to_address,
                  (SELECT count(*) FROM invitations WHERE email_key = {email_key} AND created_at > {sent}) AS to_address,
                  (SELECT count(*) FROM invitations WHERE school_id = {school} AND created_at > {sent}) AS by_school,
                  (SELECT count(*) FROM invitations
                   WHERE student_id = {student} AND email_key = {email_key} AND refused_at > {refused}) AS refusals"#
    ));
    counted.one(tx).await?.ok_or_else(|| DbErr::RecordNotFound("a count gave no row".to_owned()))
}

/// An invitation that has ended, its code, if one was made, and where its student is now.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Ended {
    pub id: InvitationId,
    pub code_id: Option<CodeId>,
    pub student_id: StudentId,
    pub school_id: SchoolId,
}

/// Ends the student's open invitations to this address, for a new one to take their place.
/// # Errors
/// What the database said.
pub async fn supersede(
    tx: &impl ConnectionTrait,
    student: StudentId,
    email_key: &str,
    now: Millis,
) -> Result<Vec<Ended>, DbErr> {
    Ended::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE invitations SET withdrawn_at = {now}
           WHERE student_id = {student} AND email_key = {email_key} AND withdrawn_at IS NULL AND refused_at IS NULL
             AND expires_at > {now}
             AND NOT EXISTS (SELECT 1 FROM activation_codes c
                             WHERE c.id = invitations.code_id AND (c.used_at IS NOT NULL OR c.deleted_at IS NOT NULL))
           RETURNING id, code_id, student_id, (SELECT st.school_id FROM students st WHERE st.id = invitations.student_id) AS school_id"#
    ))
    .all(tx)
    .await
}

/// An invitation about to be written.
pub struct NewRow<'n> {
    pub id: InvitationId,
    pub form_key: &'n str,
    pub student: StudentId,
    pub school: SchoolId,
    pub email: &'n str,
    pub email_key: &'n str,
    /// None where the adult is restricted: there is nothing to use.
    pub code: Option<CodeId>,
    pub mail: Option<outbox::MailId>,
    pub token_hash: TokenHash,
    pub expires_at: Millis,
}

/// Writes an invitation down.
/// # Errors
/// What the database said.
pub async fn insert(tx: &impl ConnectionTrait, new: NewRow<'_>, now: Millis) -> Result<(), DbErr> {
    let NewRow { id, form_key, student, school, email, email_key, code, mail, token_hash, expires_at } = new;
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO invitations (id, form_key, student_id, school_id, email, email_key, code_id, token_hash, mail_id,
                                    created_at, expires_at)
           VALUES ({id}, {form_key}, {student}, {school}, {email}, {email_key}, {code}, {token_hash}, {mail},
                   {now}, {expires_at})"#
    ))
    .await?;
    Ok(())
}

/// The student's invitations that are open, and those that ended since without their doing, newest
/// first. At most 30. One that no mail was written for reads as if its mail stood in the queue.
/// # Errors
/// What the database said.
pub async fn each(
    db: &impl ConnectionTrait,
    student: StudentId,
    ended_since: Millis,
) -> Result<Vec<Invitation>, DbErr> {
    Invitation::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT i.id, i.email, i.created_at, i.expires_at, i.withdrawn_at, i.refused_at, c.used_at AS code_used_at,
                  c.deleted_at AS code_deleted_at, r.refused_at AS address_refused_at,
                  CASE WHEN i.mail_id IS NOT NULL THEN COALESCE(o.state, 'sent')
                       WHEN EXISTS (SELECT 1 FROM outbox w WHERE w.state = 'waiting' AND w.created_at <= i.created_at)
                       THEN 'waiting' ELSE 'sent' END AS mail_state
           FROM invitations i LEFT JOIN activation_codes c ON c.id = i.code_id LEFT JOIN outbox o ON o.id = i.mail_id
                LEFT JOIN refused_addresses r ON r.address_key = i.email_key
           WHERE i.student_id = {student} AND i.withdrawn_at IS NULL
             AND COALESCE(c.used_at, c.deleted_at, i.refused_at, i.expires_at) > {ended_since}
           ORDER BY i.created_at DESC, i.id DESC LIMIT 30"#
    ))
    .all(db)
    .await
}

/// One invitation of a student.
/// # Errors
/// What the database said.
pub async fn find(
    db: &impl ConnectionTrait,
    id: InvitationId,
    student: StudentId,
) -> Result<Option<Invitation>, DbErr> {
    Invitation::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT i.id, i.email, i.created_at, i.expires_at, i.withdrawn_at, i.refused_at, c.used_at AS code_used_at,
                  c.deleted_at AS code_deleted_at, CAST(NULL AS BIGINT) AS address_refused_at, 'sent' AS mail_state
           FROM invitations i LEFT JOIN activation_codes c ON c.id = i.code_id
           WHERE i.id = {id} AND i.student_id = {student}"#
    ))
    .one(db)
    .await
}

/// Takes a student's invitation back, unless it has ended another way.
/// # Errors
/// What the database said.
pub async fn withdraw(
    tx: &impl ConnectionTrait,
    id: InvitationId,
    student: StudentId,
    now: Millis,
) -> Result<Option<Ended>, DbErr> {
    Ended::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE invitations SET withdrawn_at = {now}
           WHERE id = {id} AND student_id = {student} AND withdrawn_at IS NULL AND refused_at IS NULL
           RETURNING id, code_id, student_id, (SELECT st.school_id FROM students st WHERE st.id = invitations.student_id) AS school_id"#
    ))
    .one(tx)
    .await
}

/// An invitation as whoever holds its mail sees it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Mailed {
    pub given_name: String,
    pub school: String,
    pub refused_at: Option<Millis>,
    pub code_used_at: Option<Millis>,
}

/// The invitation whose mail carried this secret.
/// # Errors
/// What the database said.
pub async fn mailed(db: &impl ConnectionTrait, secret: &str) -> Result<Option<Mailed>, DbErr> {
    let Some(secret) = cookies::decode(secret) else { return Ok(None) };
    let hash = sessions::hash(&secret);
    Mailed::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.given_name, s.name AS school, i.refused_at, c.used_at AS code_used_at
           FROM invitations i JOIN students st ON st.id = i.student_id JOIN schools s ON s.id = i.school_id
                LEFT JOIN activation_codes c ON c.id = i.code_id
           WHERE i.token_hash = {hash}"#
    ))
    .one(db)
    .await
}

/// Marks the invitation of this secret as refused, once.
/// # Errors
/// What the database said.
pub async fn refuse(tx: &impl ConnectionTrait, secret: &str, now: Millis) -> Result<Option<Ended>, DbErr> {
    let Some(secret) = cookies::decode(secret) else { return Ok(None) };
    let hash = sessions::hash(&secret);
    Ended::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE invitations SET refused_at = {now} WHERE token_hash = {hash} AND refused_at IS NULL
           RETURNING id, code_id, student_id, (SELECT st.school_id FROM students st WHERE st.id = invitations.student_id) AS school_id"#
    ))
    .one(tx)
    .await
}

/// Whether whoever brings this secret of a mailed link for this code has read the mailbox of this
/// address: the address that the invitation went to.
/// # Errors
/// What the database said.
pub async fn proves_address(
    db: &impl ConnectionTrait,
    code: CodeId,
    secret: &str,
    email_key: &str,
) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Found {
        #[expect(dead_code, reason = "that there is a row is the answer")]
        id: InvitationId,
    }
    let Some(secret) = cookies::decode(secret) else { return Ok(false) };
    let hash = sessions::hash(&secret);
    let found = Found::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id FROM invitations WHERE token_hash = {hash} AND code_id = {code} AND email_key = {email_key}"#
    ));
    Ok(found.one(db).await?.is_some())
}

/// Whether the address that the invitation with this secret went to has an account now.
/// # Errors
/// What the database said.
pub async fn is_for_an_account(db: &impl ConnectionTrait, secret: &str) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Found {
        #[expect(dead_code, reason = "that there is a row is the answer")]
        id: InvitationId,
    }
    let Some(secret) = cookies::decode(secret) else { return Ok(false) };
    let hash = sessions::hash(&secret);
    let found = Found::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT i.id FROM invitations i JOIN guardians p ON p.email_key = i.email_key WHERE i.token_hash = {hash}"#
    ));
    Ok(found.one(db).await?.is_some())
}
