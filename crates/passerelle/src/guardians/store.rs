use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, SqlErr, raw_sql};

use super::{Email, GuardianId, PersonName};
use crate::act::Stop;

/// An account as its own pages show it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Account {
    pub id: GuardianId,
    pub name: String,
    pub email: String,
    pub email_confirmed_at: Option<Millis>,
    pub last_visit_at: Millis,
    pub district: Option<String>,
}

/// The account with this id.
/// # Errors
/// What the database said.
pub async fn find(db: &impl ConnectionTrait, id: GuardianId) -> Result<Option<Account>, DbErr> {
    Account::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, name, email, email_confirmed_at, last_visit_at,
                  (SELECT name FROM districts ORDER BY id LIMIT 1) AS district
           FROM guardians WHERE id = {id}"#
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

/// The account with this e-mail.
/// # Errors
/// What the database said.
pub async fn credentials(db: &impl ConnectionTrait, email_key: &str) -> Result<Option<Credentials>, DbErr> {
    Credentials::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, password_hash FROM guardians WHERE email_key = {email_key}"#
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
    pub language: wording::Language,
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
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"INSERT INTO guardians (id, name, email, email_key, password_hash, language, last_visit_at, created_at)
               VALUES ({id}, {name}, {email}, {email_key}, {password_hash}, {language}, {now}, {now})"#
        ))
        .await;
    match done {
        Ok(_) => Ok(()),
        Err(failure) if matches!(failure.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Stop::Refused(EmailTaken))
        }
        Err(failure) => Err(Stop::Broken(failure)),
    }
}

/// Writes down that a guardian is here: what staff see as the last visit.
/// # Errors
/// What the database said.
pub async fn visited(tx: &impl ConnectionTrait, id: GuardianId, now: Millis) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"UPDATE guardians SET last_visit_at = {now} WHERE id = {id}"#))
        .await?;
    Ok(())
}

/// Marks an account's e-mail as confirmed.
/// # Errors
/// What the database said.
pub async fn confirm_email(tx: &impl ConnectionTrait, id: GuardianId, now: Millis) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"UPDATE guardians SET email_confirmed_at = {now} WHERE id = {id}"#))
        .await?;
    Ok(())
}
