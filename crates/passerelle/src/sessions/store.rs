use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use uuid::Uuid;

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
    kind: &str,
    person: Uuid,
    device: &str,
    now: Millis,
) -> Result<(), DbErr> {
    let token_hash = token_hash.to_vec();
    db.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO sessions (token_hash, kind, person_id, device, created_at, last_seen_at)
           VALUES ({token_hash}, {kind}, {person}, {device}, {now}, {now})"#
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

pub async fn delete_unused_since(db: &impl ConnectionTrait, used_since: Millis) -> Result<(), DbErr> {
    db.execute_raw(raw_sql!(Postgres, r#"DELETE FROM sessions WHERE last_seen_at <= {used_since}"#)).await?;
    Ok(())
}
