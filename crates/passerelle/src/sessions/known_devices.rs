//! Devices on which somebody has signed in before: a stranger's wrong guesses from elsewhere never
//! slow down the person on their own telephone.

use axum::http::HeaderMap;
use database::Millis;
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use uuid::Uuid;

use super::hash;
use crate::{
    portal::Portal,
    random,
    web::cookies::{self, Cookie},
};

/// Whether this person has signed in on this device.
/// # Errors
/// What the database said.
pub async fn is_known(portal: &Portal, headers: &HeaderMap, person: Uuid) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Seen {
        #[expect(dead_code, reason = "that there is a row is the answer")]
        last_seen_at: Millis,
    }
    let Some(token_hash) = token(portal, headers).map(|token| hash(&token)) else {
        return Ok(false);
    };
    let seen = Seen::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT last_seen_at FROM known_devices WHERE token_hash = {token_hash} AND person_id = {person}"#
    ));
    Ok(seen.one(portal.read()).await?.is_some())
}

/// Remembers that this person has signed in here; gives the cookie's value for a device seen for the
/// first time.
/// # Errors
/// What the database said.
pub async fn remember(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    headers: &HeaderMap,
    person: Uuid,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Option<String>, DbErr> {
    let known = token(portal, headers);
    let token = known.unwrap_or_else(|| random::token(random));
    let token_hash = hash(&token);
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO known_devices (token_hash, person_id, last_seen_at) VALUES ({token_hash}, {person}, {now})
           ON CONFLICT (token_hash, person_id) DO UPDATE SET last_seen_at = excluded.last_seen_at"#
    ))
    .await?;
    Ok(known.is_none().then(|| cookies::encode(&token)))
}

pub async fn forget_unused_since(tx: &impl ConnectionTrait, used_since: Millis) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM known_devices WHERE last_seen_at < {used_since}"#))
        .await?;
    Ok(())
}

fn token(portal: &Portal, headers: &HeaderMap) -> Option<[u8; 32]> {
    cookies::read(portal, headers, Cookie::Device).and_then(cookies::decode)
}
