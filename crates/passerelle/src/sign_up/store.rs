use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::draft::{Good, LIFE_MS};
use crate::{codes::CodeId, guardians::GuardianId};

/// What a parent typed, waiting for « Oui, c'est mon enfant ».
#[derive(FromQueryResult)]
pub struct Draft {
    pub token_hash: Vec<u8>,
    pub code_id: CodeId,
    pub name: String,
    pub email: String,
    pub password_hash: String,
    /// The account it became.
    pub guardian_id: Option<GuardianId>,
    pub opened_at: Option<Millis>,
}

/// The draft under this hash, made since.
/// # Errors
/// What the database said.
pub async fn find(
    db: &impl ConnectionTrait,
    token_hash: &[u8],
    since: Millis,
) -> Result<Option<Draft>, DbErr> {
    let token_hash = token_hash.to_vec();
    Draft::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT token_hash, code_id, name, email, password_hash, guardian_id, opened_at FROM sign_up_drafts
           WHERE token_hash = {token_hash} AND created_at > {since}"#
    ))
    .one(db)
    .await
}

/// Keeps a draft; the password only as its hash.
/// # Errors
/// What the database said.
pub async fn insert(
    tx: &impl ConnectionTrait,
    token_hash: &[u8],
    good: &Good,
    password_hash: &str,
    now: Millis,
) -> Result<(), DbErr> {
    let (token_hash, code, name) = (token_hash.to_vec(), good.usable.id, good.name.as_str());
    let (email, email_key) = (good.email.as_str(), good.email.key());
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO sign_up_drafts (token_hash, code_id, name, email, email_key, password_hash, created_at)
           VALUES ({token_hash}, {code}, {name}, {email}, {email_key}, {password_hash}, {now})"#
    ))
    .await?;
    Ok(())
}

/// Writes down which account a draft became; its password's hash is erased from it.
/// # Errors
/// What the database said.
pub async fn close(
    tx: &impl ConnectionTrait,
    token_hash: &[u8],
    guardian: GuardianId,
    now: Millis,
) -> Result<(), DbErr> {
    let token_hash = token_hash.to_vec();
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE sign_up_drafts SET guardian_id = {guardian}, opened_at = {now}, password_hash = '' WHERE token_hash = {token_hash}"#
    ))
    .await?;
    Ok(())
}

/// Removes one draft.
/// # Errors
/// What the database said.
pub async fn delete(tx: &impl ConnectionTrait, token_hash: &[u8]) -> Result<(), DbErr> {
    let token_hash = token_hash.to_vec();
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM sign_up_drafts WHERE token_hash = {token_hash}"#))
        .await?;
    Ok(())
}

/// Removes drafts past their life.
/// # Errors
/// What the database said.
pub async fn sweep(tx: &impl ConnectionTrait, now: Millis) -> Result<(), DbErr> {
    let before = now - LIFE_MS;
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM sign_up_drafts WHERE created_at < {before}"#)).await?;
    Ok(())
}
