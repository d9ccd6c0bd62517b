use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, ExecResult, FromQueryResult, SqlErr, raw_sql};
use wording::Language;

use super::{Email, GuardianId, PersonName};
use crate::act::Stop;

/// An account as its own pages show it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Account {
    pub id: GuardianId,
    pub name: String,
    pub email: String,
    pub email_confirmed_at: Option<Millis>,
    /// When the owner of the address it gave said that this account isn't theirs; it has none since.
    pub email_refused_at: Option<Millis>,
    /// The language of its mails.
    pub language: String,
    pub last_visit_at: Millis,
    pub district: Option<String>,
}

impl Account {
    /// The language of its mails.
    pub fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or_default()
    }
}

/// The open account with this id.
/// # Errors
/// What the database said.
pub async fn find(db: &impl ConnectionTrait, id: GuardianId) -> Result<Option<Account>, DbErr> {
    Account::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, name, email, email_confirmed_at, email_refused_at, language, last_visit_at,
                  (SELECT name FROM districts ORDER BY id LIMIT 1) AS district
           FROM guardians WHERE id = {id} AND closed_at IS NULL"#
    ))
    .one(db)
    .await
}

/// What signing in needs.
#[derive(FromQueryResult)]
pub struct Credentials {
    pub id: GuardianId,
    pub password_hash: Option<String>,
}

/// The open account with this e-mail.
/// # Errors
/// What the database said.
pub async fn credentials(db: &impl ConnectionTrait, email_key: &str) -> Result<Option<Credentials>, DbErr> {
    Credentials::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, password_hash FROM guardians
           WHERE email_key = {email_key} AND closed_at IS NULL AND email_refused_at IS NULL"#
    ))
    .one(db)
    .await
}

/// Whom a mail to this address reaches, if it has an account.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Addressee {
    pub id: GuardianId,
    pub language: String,
}

/// The account with this address, unless it was closed.
/// # Errors
/// What the database said.
pub async fn addressee(db: &impl ConnectionTrait, email_key: &str) -> Result<Option<Addressee>, DbErr> {
    Addressee::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, language FROM guardians WHERE email_key = {email_key} AND closed_at IS NULL"#
    ))
    .one(db)
    .await
}

/// The e-mail already has an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EmailTaken;

/// A new account.
pub struct NewGuardian<'n> {
    pub id: GuardianId,
    pub name: &'n PersonName,
    pub email: &'n Email,
    pub password_hash: &'n str,
    pub language: Language,
}

/// Opens an account, unconfirmed.
/// # Errors
/// [`EmailTaken`], told by the unique key; or what the database said.
pub async fn insert(
    tx: &impl ConnectionTrait,
    new: &NewGuardian<'_>,
    now: Millis,
) -> Result<(), Stop<EmailTaken>> {
    let (id, name, email, email_key) = (new.id, new.name.as_str(), new.email.as_str(), new.email.key());
    let (password_hash, language) = (new.password_hash, new.language.tag());
    let (sort_key, search_key) = (new.name.sort_key(), new.name.search_key());
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"INSERT INTO guardians (id, name, sort_key, search_key, email, email_key, password_hash, language, last_visit_at, created_at)
               VALUES ({id}, {name}, {sort_key}, {search_key}, {email}, {email_key}, {password_hash}, {language}, {now}, {now})"#
        ))
        .await;
    changed(done).map(|_| ())
}

/// Whether a statement changed a row; a second account with one e-mail is refused.
fn changed(done: Result<ExecResult, DbErr>) -> Result<bool, Stop<EmailTaken>> {
    match done {
        Ok(done) => Ok(done.rows_affected() > 0),
        Err(failure) if matches!(failure.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Stop::Refused(EmailTaken))
        }
        Err(failure) => Err(Stop::Broken(failure)),
    }
}

/// Writes down that a guardian is here: what staff see as the last visit. False for an account that
/// has been closed.
/// # Errors
/// What the database said.
pub async fn visited(tx: &impl ConnectionTrait, id: GuardianId, now: Millis) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE guardians SET last_visit_at = {now} WHERE id = {id} AND closed_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Marks an account's e-mail as confirmed.
/// # Errors
/// What the database said.
pub async fn confirm_email(tx: &impl ConnectionTrait, id: GuardianId, now: Millis) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"UPDATE guardians SET email_confirmed_at = {now} WHERE id = {id}"#))
        .await?;
    Ok(())
}

/// Marks an account's e-mail as confirmed if it still is the one that was proved; false if it isn't.
/// # Errors
/// What the database said.
pub async fn prove_email(
    tx: &impl ConnectionTrait,
    id: GuardianId,
    email_key: &str,
    now: Millis,
) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE guardians SET email_confirmed_at = COALESCE(email_confirmed_at, {now})
               WHERE id = {id} AND email_key = {email_key} AND closed_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes an unconfirmed e-mail from an account and frees it for its owner; false if the account has
/// another one by now, or has proved this one.
/// # Errors
/// What the database said.
pub async fn refuse_email(
    tx: &impl ConnectionTrait,
    id: GuardianId,
    email_key: &str,
    now: Millis,
) -> Result<bool, DbErr> {
    let freed = format!("refused:{id}");
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE guardians SET email = '', email_key = {freed}, email_refused_at = {now}
               WHERE id = {id} AND email_key = {email_key} AND email_confirmed_at IS NULL AND closed_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives an account whose e-mail isn't confirmed another one, unconfirmed too; false if it has been
/// confirmed or closed meanwhile.
/// # Errors
/// [`EmailTaken`], told by the unique key; or what the database said.
pub async fn correct_email(
    tx: &impl ConnectionTrait,
    id: GuardianId,
    email: &Email,
) -> Result<bool, Stop<EmailTaken>> {
    let (email, email_key) = (email.as_str(), email.key());
    changed(
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE guardians SET email = {email}, email_key = {email_key}, email_refused_at = NULL
               WHERE id = {id} AND email_confirmed_at IS NULL AND closed_at IS NULL"#
        ))
        .await,
    )
}

/// Gives an account the e-mail that was proved to be its holder's; false if it has been closed.
/// # Errors
/// [`EmailTaken`], told by the unique key; or what the database said.
pub async fn take_email(
    tx: &impl ConnectionTrait,
    id: GuardianId,
    email: &Email,
    now: Millis,
) -> Result<bool, Stop<EmailTaken>> {
    let (email, email_key) = (email.as_str(), email.key());
    changed(
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE guardians SET email = {email}, email_key = {email_key}, email_confirmed_at = {now}, email_refused_at = NULL
               WHERE id = {id} AND closed_at IS NULL"#
        ))
        .await,
    )
}

/// Sets the password that a guardian chose.
/// # Errors
/// What the database said.
pub async fn set_password(tx: &impl ConnectionTrait, id: GuardianId, hash: &str) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE guardians SET password_hash = {hash} WHERE id = {id} AND closed_at IS NULL"#
    ))
    .await?;
    Ok(())
}

/// Changes the name that an account bears.
/// # Errors
/// What the database said.
pub async fn rename(tx: &impl ConnectionTrait, id: GuardianId, name: &PersonName) -> Result<(), DbErr> {
    let (sort_key, search_key, name) = (name.sort_key(), name.search_key(), name.as_str());
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE guardians SET name = {name}, sort_key = {sort_key}, search_key = {search_key}
           WHERE id = {id} AND closed_at IS NULL"#
    ))
    .await?;
    Ok(())
}

/// Chooses the language of an account's mails.
/// # Errors
/// What the database said.
pub async fn set_language(
    tx: &impl ConnectionTrait,
    id: GuardianId,
    language: Language,
) -> Result<(), DbErr> {
    let language = language.tag();
    tx.execute_raw(raw_sql!(Postgres, r#"UPDATE guardians SET language = {language} WHERE id = {id}"#))
        .await?;
    Ok(())
}

/// Closes an account for good: its name, e-mail and password are erased; false if it was closed
/// before. It is the first statement of closing: whoever signs in or links meanwhile waits for it.
/// # Errors
/// What the database said.
pub async fn close(tx: &impl ConnectionTrait, id: GuardianId, now: Millis) -> Result<bool, DbErr> {
    let freed = format!("closed:{id}");
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE guardians SET name = '', sort_key = NULL, search_key = NULL, email = '', email_key = {freed}, email_confirmed_at = NULL,
                   email_refused_at = NULL, password_hash = '', closed_at = {now}
               WHERE id = {id} AND closed_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}
