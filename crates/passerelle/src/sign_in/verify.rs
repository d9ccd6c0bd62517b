use axum::http::HeaderMap;
use uuid::Uuid;

use crate::{
    guardians,
    portal::Portal,
    sessions::{
        self, Kind,
        throttle::{self, SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS, SIGN_IN_HERE, Throttle, Wait},
    },
    staff, students,
    web::{
        Problem,
        address::ClientAddress,
        cookies::{self, Cookie},
    },
};

/// What came of a name and a password.
pub enum Verified {
    Person(Uuid),
    /// Unknown, closed or wrong: one answer, after the same time.
    No,
    TooMany(Wait),
}

struct Credentials {
    id: Uuid,
    password_hash: Option<String>,
}

/// Compares a name and a password. Failures slow down whoever fails: at this address for this account,
/// at this address for all, and for this account from devices it doesn't know. Nobody is locked out of
/// their own device by a stranger.
/// # Errors
/// The database is away.
pub async fn verify(
    portal: &Portal,
    headers: &HeaderMap,
    address: ClientAddress,
    kind: Kind,
    name: &str,
    password: String,
) -> Result<Verified, Problem> {
    let key = name_key(kind, name);
    let found = credentials(portal, kind, &key).await?;
    let account = throttle::sign_in_subject(kind, &key);
    let known = match &found {
        Some(found) => sessions::is_known(portal, headers, found.id).await?,
        None => false,
    };
    let device = cookies::read(portal, headers, Cookie::Device).unwrap_or_default();
    let here =
        if known { format!("{account} {device}") } else { format!("{account} {}", address.neighbourhood()) };
    let mut buckets: Vec<Throttle> = vec![SIGN_IN_HERE.of(&here)];
    if !known {
        buckets.push(SIGN_IN_ACCOUNT.of(&account));
        buckets.push(SIGN_IN_ADDRESS.of(&address.neighbourhood().to_string()));
    }
    let now = portal.clock.now();
    let tx = portal.begin().await?;
    let taken = throttle::take(&*tx, &buckets, now).await?;
    tx.commit().await?;
    if let Err(wait) = taken {
        return Ok(Verified::TooMany(wait));
    }
    let (id, hash) = found.map_or((None, None), |found| (Some(found.id), found.password_hash));
    if portal.passwords.matches(password, hash).await?
        && let Some(id) = id
    {
        // Whoever signs in has shown who they are: earlier slips here are forgiven.
        let tx = portal.begin().await?;
        throttle::give_back(&*tx, &buckets[1..]).await?;
        throttle::empty(&*tx, &buckets[0]).await?;
        tx.commit().await?;
        return Ok(Verified::Person(id));
    }
    Ok(Verified::No)
}

/// A name as accounts of this kind are found by it, bounded.
fn name_key(kind: Kind, name: &str) -> String {
    let cut: String = name.trim().chars().filter(|symbol| !symbol.is_control()).take(254).collect();
    match kind {
        Kind::Student => students::username_key(&cut),
        Kind::Guardian | Kind::Staff => {
            guardians::Email::parse(&cut).map_or_else(|_| cut.to_ascii_lowercase(), |email| email.key())
        }
    }
}

async fn credentials(portal: &Portal, kind: Kind, key: &str) -> Result<Option<Credentials>, Problem> {
    Ok(match kind {
        Kind::Guardian => guardians::store::credentials(portal.read(), key)
            .await?
            .map(|row| Credentials { id: row.id.0, password_hash: row.password_hash }),
        Kind::Student => students::store::credentials(portal.read(), key)
            .await?
            .map(|row| Credentials { id: row.id.0, password_hash: row.password_hash }),
        Kind::Staff => staff::store::credentials(portal.read(), key)
            .await?
            .map(|row| Credentials { id: row.id.0, password_hash: row.password_hash }),
    })
}
