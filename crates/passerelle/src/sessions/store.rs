use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use uuid::Uuid;

use super::SessionId;

#[derive(FromQueryResult)]
pub struct Session {
    pub person_id: Uuid,
    pub last_seen_at: Millis,
}

/// The session under this hash, of this kind, used since.
pub async fn find(
    db: &impl ConnectionTrait,
    token_hash: &[u8],
    kind: &str,
    used_since: Millis,
) -> Result<Option<Session>, DbErr> {
    let token_hash = token_hash.to_vec();
    Session::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT person_id, last_seen_at FROM sessions
           WHERE token_hash = {token_hash} AND kind = {kind} AND last_seen_at > {used_since}"#
    ))
    .one(db)
    .await
}

pub async fn insert(
    db: &impl ConnectionTrait,
    token_hash: &[u8],
    id: SessionId,
    kind: &str,
    person: Uuid,
    device: &str,
    now: Millis,
) -> Result<(), DbErr> {
    let token_hash = token_hash.to_vec();
    db.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO sessions (token_hash, id, kind, person_id, device, created_at, last_seen_at)
           VALUES ({token_hash}, {id}, {kind}, {person}, {device}, {now}, {now})"#
    ))
    .await?;
    Ok(())
}

pub async fn touch(db: &impl ConnectionTrait, token_hash: &[u8], now: Millis) -> Result<(), DbErr> {
    let token_hash = token_hash.to_vec();
    db.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE sessions SET last_seen_at = {now} WHERE token_hash = {token_hash}"#
    ))
    .await?;
    Ok(())
}

pub async fn delete(db: &impl ConnectionTrait, token_hash: &[u8]) -> Result<(), DbErr> {
    let token_hash = token_hash.to_vec();
    db.execute_raw(raw_sql!(Postgres, r#"DELETE FROM sessions WHERE token_hash = {token_hash}"#)).await?;
    Ok(())
}

/// A session as its person sees it.
#[derive(FromQueryResult)]
pub struct Listed {
    pub id: Option<SessionId>,
    pub token_hash: Vec<u8>,
    pub device: String,
    pub last_seen_at: Millis,
}

/// A person's sessions used since, the latest first; at most 100.
pub async fn list_of(
    db: &impl ConnectionTrait,
    kind: &str,
    person: Uuid,
    used_since: Millis,
) -> Result<Vec<Listed>, DbErr> {
    Listed::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, token_hash, device, last_seen_at FROM sessions
           WHERE person_id = {person} AND kind = {kind} AND last_seen_at > {used_since}
           ORDER BY last_seen_at DESC, token_hash LIMIT 100"#
    ))
    .all(db)
    .await
}

pub async fn delete_one(
    db: &impl ConnectionTrait,
    kind: &str,
    person: Uuid,
    id: SessionId,
) -> Result<u64, DbErr> {
    let done = db
        .execute_raw(raw_sql!(
            Postgres,
            r#"DELETE FROM sessions WHERE id = {id} AND person_id = {person} AND kind = {kind}"#
        ))
        .await?;
    Ok(done.rows_affected())
}

/// Deletes a person's sessions, but for the one under this hash.
pub async fn delete_others(
    db: &impl ConnectionTrait,
    kind: &str,
    person: Uuid,
    kept: &[u8],
) -> Result<u64, DbErr> {
    let kept = kept.to_vec();
    let done = db
        .execute_raw(raw_sql!(
            Postgres,
            r#"DELETE FROM sessions WHERE person_id = {person} AND kind = {kind} AND token_hash <> {kept}"#
        ))
        .await?;
    Ok(done.rows_affected())
}

pub async fn delete_unused_since(db: &impl ConnectionTrait, used_since: Millis) -> Result<(), DbErr> {
    db.execute_raw(raw_sql!(Postgres, r#"DELETE FROM sessions WHERE last_seen_at <= {used_since}"#)).await?;
    Ok(())
}
