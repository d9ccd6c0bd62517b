//! A person's open sessions: listed on their account's page, ended there.

use axum::http::HeaderMap;
use database::Millis;
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::{Kind, Presented, SessionId, TokenHash, store};
use crate::portal::Portal;

/// A session that still lives.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// What it is ended by; none for one from before ids, which ends with all others.
    pub id: Option<SessionId>,
    /// What the browser called itself: nobody checked it.
    pub device: String,
    pub last_seen_at: Millis,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// A person's sessions that still live, the latest used first; at most 100.
/// # Errors
/// What the database said.
pub async fn list_of(
    portal: &Portal,
    headers: &HeaderMap,
    kind: Kind,
    person: Uuid,
) -> Result<Vec<OpenSession>, DbErr> {
    let used_since = portal.clock.now() - kind.life();
    let this = this(portal, headers, kind);
    let rows = store::list_of(portal.read(), kind.name(), person, used_since).await?;
    let shown = |row: store::Listed| OpenSession {
        is_this: row.token_hash == this,
        id: row.id,
        device: row.device,
        last_seen_at: row.last_seen_at,
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Ends one session of a person; false if they have none by this id.
/// # Errors
/// What the database said.
pub async fn end(tx: &impl ConnectionTrait, kind: Kind, person: Uuid, id: SessionId) -> Result<bool, DbErr> {
    Ok(store::delete_one(tx, kind.name(), person, id).await? > 0)
}

/// Ends all sessions of a person but the one that asks; gives how many.
/// # Errors
/// What the database said.
pub async fn end_others(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    headers: &HeaderMap,
    kind: Kind,
    person: Uuid,
) -> Result<u64, DbErr> {
    store::delete_others(tx, kind.name(), person, &this(portal, headers, kind)).await
}

/// Ends all sessions of a person; gives how many.
/// # Errors
/// What the database said.
pub async fn end_all(tx: &impl ConnectionTrait, kind: Kind, person: Uuid) -> Result<u64, DbErr> {
    store::delete_others(tx, kind.name(), person, &[]).await
}

/// The hash of the session that asks; empty, and so no session's, where it brings none.
fn this(portal: &Portal, headers: &HeaderMap, kind: Kind) -> TokenHash {
    Presented::by(portal, headers, kind).map_or_else(TokenHash::new, |presented| presented.token_hash)
}
