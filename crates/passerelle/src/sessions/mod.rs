//! Who is signed in: rows that a cookie names. Every request reads the row and the person again, so
//! that what is taken away is gone at once.

mod known_devices;
mod listed;
mod store;
pub mod throttle;

use axum::http::HeaderMap;
use database::{Millis, typed_id};
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

pub use known_devices::{is_known, remember};
pub use listed::{OpenSession, end, end_all, end_others, list_of};

use crate::{
    portal::Portal,
    random,
    web::{
        Face,
        cookies::{self, Cookie},
    },
};

typed_id!(
    /// Names a session towards its person, who may end it by this; never opens anything.
    SessionId
);

/// The three kinds of person who sign in. A session is of one kind and opens that face alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Guardian,
    Student,
    Staff,
}

impl Kind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Guardian => "guardian",
            Self::Student => "student",
            Self::Staff => "staff",
        }
    }

    /// The kind that signs in on this face.
    pub const fn of(face: Face) -> Self {
        match face {
            Face::Family => Self::Guardian,
            Face::Student => Self::Student,
            Face::Staff => Self::Staff,
        }
    }

    /// The face that this kind signs in on.
    pub const fn face(self) -> Face {
        match self {
            Self::Guardian => Face::Family,
            Self::Student => Face::Student,
            Self::Staff => Face::Staff,
        }
    }

    /// How long a session lives after its last use.
    const fn life(self) -> Millis {
        match self {
            Self::Guardian | Self::Student => 30 * database::DAY_MS,
            Self::Staff => database::DAY_MS / 2,
        }
    }
}

/// What a session's row holds under: the SHA-256 of the cookie's 256 bits.
pub type TokenHash = Vec<u8>;

/// The hash of a secret that a cookie carries.
pub fn hash(token: &[u8; 32]) -> TokenHash {
    Sha256::digest(token).to_vec()
}

/// Opens a session in the caller's transaction and gives the cookie's value.
/// # Errors
/// What the database said.
pub async fn open(
    tx: &impl ConnectionTrait,
    kind: Kind,
    person: Uuid,
    device: &str,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<String, DbErr> {
    let (token, id) = (random::token(random), SessionId::new(now, random));
    let device: String = device.chars().filter(|symbol| !symbol.is_control()).take(200).collect();
    store::insert(tx, &hash(&token), id, kind.name(), person, &device, now).await?;
    Ok(cookies::encode(&token))
}

/// What a request brings to be signed in by: the hash of its cookie, and since when a session of this
/// kind must have been used to live.
pub struct Presented {
    pub token_hash: TokenHash,
    pub used_since: Millis,
    now: Millis,
}

impl Presented {
    /// What this request brings, if it brings a cookie of ours.
    pub fn by(portal: &Portal, headers: &HeaderMap, kind: Kind) -> Option<Self> {
        let token = cookies::read(portal, headers, Cookie::Session).and_then(cookies::decode)?;
        let now = portal.clock.now();
        Some(Self { token_hash: hash(&token), used_since: now - kind.life(), now })
    }

    /// Writes the session's use down, where it wasn't lately.
    /// # Errors
    /// What the database said.
    pub async fn used(&self, portal: &Portal, last_seen_at: Millis) -> Result<(), DbErr> {
        if self.now - last_seen_at > SEEN_EVERY_MS {
            store::touch(portal.database.writer(), &self.token_hash, self.now).await?;
        }
        Ok(())
    }
}

/// Who a request's cookie says is signed in as this kind of person, if the session still lives.
/// # Errors
/// What the database said.
pub async fn person(portal: &Portal, headers: &HeaderMap, kind: Kind) -> Result<Option<Uuid>, DbErr> {
    let Some(presented) = Presented::by(portal, headers, kind) else {
        return Ok(None);
    };
    let found = store::find(portal.read(), &presented.token_hash, kind.name(), presented.used_since).await?;
    let Some(session) = found else {
        return Ok(None);
    };
    presented.used(portal, session.last_seen_at).await?;
    Ok(Some(session.person_id))
}

/// How often a session's last use is written down: not at every click.
const SEEN_EVERY_MS: Millis = 5 * 60 * 1000;

/// Ends the session that the cookie names, if there is one, of whatever kind.
/// # Errors
/// What the database said.
pub async fn close(portal: &Portal, headers: &HeaderMap) -> Result<(), DbErr> {
    if let Some(token) = cookies::read(portal, headers, Cookie::Session).and_then(cookies::decode) {
        store::delete(portal.database.writer(), &hash(&token)).await?;
    }
    Ok(())
}

/// Removes sessions, devices and throttles that no longer matter.
/// # Errors
/// What the database said.
pub async fn sweep(tx: &impl ConnectionTrait, now: Millis) -> Result<(), DbErr> {
    store::delete_unused_since(tx, now - Kind::Guardian.life()).await?;
    known_devices::forget_unused_since(tx, now - 365 * database::DAY_MS).await?;
    throttle::forget_empty(tx, now).await
}
