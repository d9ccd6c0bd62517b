//! Slowing down those who guess: leaky buckets in the database, so that all processes count together.
//!
//! Each failure adds a drop to its buckets; a drop runs out after a while. Who finds a bucket full
//! waits until there is room again: seconds, never a lock that somebody must lift. A bucket is one
//! row: the instant at which it will be empty (the "generic cell rate algorithm", ITU-T I.371,
//! annex A, counted in failures).

use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use sha2::{Digest as _, Sha256};

use super::Kind;

/// A bucket's size: how many failures it holds, and how long one takes to run out.
#[derive(Clone, Copy, Debug)]
pub struct Bucket {
    kind: &'static str,
    holds: Millis,
    drop_ms: Millis,
}

/// Wrong passwords for one account from one neighbourhood of addresses: ten, then one in 30 s.
pub const SIGN_IN_HERE: Bucket = Bucket { kind: "sign-in-here", holds: 10, drop_ms: 30_000 };
/// Wrong passwords for one account from anywhere, on devices it doesn't know: a hundred, then one in
/// 10 s, whatever the number of addresses.
pub const SIGN_IN_ACCOUNT: Bucket = Bucket { kind: "sign-in-account", holds: 100, drop_ms: 10_000 };
/// Wrong passwords from one neighbourhood, for any account: a school's evening behind one address
/// mistypes less than this.
pub const SIGN_IN_ADDRESS: Bucket = Bucket { kind: "sign-in-address", holds: 200, drop_ms: 3_000 };
/// Codes that don't exist or can't serve any more, from one neighbourhood.
pub const CODE_ADDRESS: Bucket = Bucket { kind: "code-address", holds: 60, drop_ms: 20_000 };
/// The same by one signed-in guardian.
pub const CODE_ACCOUNT: Bucket = Bucket { kind: "code-account", holds: 20, drop_ms: 60_000 };
/// The same over the whole portal: past it, whoever has failed within the hour waits; first tries go
/// through.
pub const CODE_EVERYWHERE: Bucket = Bucket { kind: "code-everywhere", holds: 3_000, drop_ms: 1_200 };
/// Remembers for an hour that somebody has failed.
pub const CODE_LATELY: Bucket = Bucket { kind: "code-lately", holds: 1, drop_ms: 60 * 60 * 1000 };

/// Links for a forgotten password to one name or address, whoever asks: past it the answer is the same
/// and no mail is written.
pub const RESET_NAME: Bucket = Bucket { kind: "reset-name", holds: 5, drop_ms: 10 * 60 * 1000 };
/// The same asked for from one neighbourhood: a school's evening of parents behind one address.
pub const RESET_ADDRESS: Bucket = Bucket { kind: "reset-address", holds: 60, drop_ms: 30_000 };
/// Mails that prove an e-mail, asked for by one guardian.
pub const PROOF_ACCOUNT: Bucket = Bucket { kind: "proof-account", holds: 5, drop_ms: 10 * 60 * 1000 };
/// The same to one address, whoever asks.
pub const PROOF_ADDRESS: Bucket = Bucket { kind: "proof-address", holds: 5, drop_ms: 10 * 60 * 1000 };
/// Wrong current passwords on the pages of one's own account.
pub const CURRENT_PASSWORD: Bucket = Bucket { kind: "current-password", holds: 10, drop_ms: 30_000 };
/// Downloads of all of one's data.
pub const EXPORT: Bucket = Bucket { kind: "export", holds: 5, drop_ms: 10 * 60 * 1000 };

/// What the buckets of signing in know an account by: its kind, and the key of its name.
pub fn sign_in_subject(kind: Kind, name_key: &str) -> String {
    format!("{} {name_key}", kind.name())
}

/// One bucket of one subject, such as an address.
#[derive(Clone, Debug)]
pub struct Throttle {
    bucket: Bucket,
    subject: Vec<u8>,
}

/// How long to wait before there is room, in milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wait(pub Millis);

impl Wait {
    /// In whole seconds, at least one.
    pub const fn seconds(self) -> i64 {
        let seconds = (self.0 + 999) / 1000;
        if seconds < 1 { 1 } else { seconds }
    }
}

impl Bucket {
    /// The bucket of this subject. Only a hash is kept: no address and no e-mail lies in the table.
    pub fn of(self, subject: &str) -> Throttle {
        let subject = Sha256::digest(format!("{}\0{subject}", self.kind)).to_vec();
        Throttle { bucket: self, subject }
    }
}

/// Whether all these buckets have room now; else how long the fullest needs.
/// # Errors
/// What the database said.
pub async fn has_room(
    db: &impl ConnectionTrait,
    throttles: &[Throttle],
    now: Millis,
) -> Result<Result<(), Wait>, DbErr> {
    let mut wait = 0;
    for throttle in throttles {
        let level_ms = level(db, throttle, now).await?;
        wait = wait.max(level_ms - (throttle.bucket.holds - 1) * throttle.bucket.drop_ms);
    }
    Ok(if wait > 0 { Err(Wait(wait)) } else { Ok(()) })
}

/// Whether a bucket holds anything now.
/// # Errors
/// What the database said.
pub async fn has_failed_lately(
    db: &impl ConnectionTrait,
    throttle: &Throttle,
    now: Millis,
) -> Result<bool, DbErr> {
    Ok(level(db, throttle, now).await? > 0)
}

async fn level(db: &impl ConnectionTrait, throttle: &Throttle, now: Millis) -> Result<Millis, DbErr> {
    #[derive(FromQueryResult)]
    struct Level {
        empty_at: Millis,
    }
    let subject = throttle.subject.clone();
    let row = Level::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT empty_at FROM throttles WHERE subject = {subject}"#
    ))
    .one(db)
    .await?;
    // A clock set back never makes anybody wait longer than a full bucket.
    let full = throttle.bucket.holds * throttle.bucket.drop_ms;
    Ok(row.map_or(0, |row| (row.empty_at - now).clamp(0, full)))
}

/// Takes a place in each of these buckets before the try, so that many tries at once can't all find
/// room; a success gives it back with [`give_back`].
/// # Errors
/// What the database said.
pub async fn take(
    db: &impl ConnectionTrait,
    throttles: &[Throttle],
    now: Millis,
) -> Result<Result<(), Wait>, DbErr> {
    for (place, throttle) in throttles.iter().enumerate() {
        let (subject, drop_ms) = (throttle.subject.clone(), throttle.bucket.drop_ms);
        let (first, room_until) = (now + drop_ms, now + (throttle.bucket.holds - 1) * drop_ms);
        let taken = db
            .execute_raw(raw_sql!(
                Postgres,
                r#"INSERT INTO throttles (subject, empty_at) VALUES ({subject}, {first})
                   ON CONFLICT (subject) DO UPDATE SET empty_at = CASE
                       WHEN throttles.empty_at < {now} THEN {first} ELSE throttles.empty_at + {drop_ms} END
                   WHERE throttles.empty_at <= {room_until}"#
            ))
            .await?;
        if taken.rows_affected() == 0 {
            give_back(db, &throttles[..place]).await?;
            let level_ms = level(db, throttle, now).await?;
            return Ok(Err(Wait(level_ms - (throttle.bucket.holds - 1) * drop_ms)));
        }
    }
    Ok(Ok(()))
}

/// Gives back what [`take`] took: the try was no failure.
/// # Errors
/// What the database said.
pub async fn give_back(db: &impl ConnectionTrait, throttles: &[Throttle]) -> Result<(), DbErr> {
    for throttle in throttles {
        let (subject, drop_ms) = (throttle.subject.clone(), throttle.bucket.drop_ms);
        db.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE throttles SET empty_at = empty_at - {drop_ms} WHERE subject = {subject}"#
        ))
        .await?;
    }
    Ok(())
}

/// Adds a failure to each of these buckets.
/// # Errors
/// What the database said.
pub async fn count_failure(
    db: &impl ConnectionTrait,
    throttles: &[Throttle],
    now: Millis,
) -> Result<(), DbErr> {
    for throttle in throttles {
        let (subject, drop_ms) = (throttle.subject.clone(), throttle.bucket.drop_ms);
        let (first, full) = (now + drop_ms, now + throttle.bucket.holds * drop_ms);
        db.execute_raw(raw_sql!(
            Postgres,
            r#"INSERT INTO throttles (subject, empty_at) VALUES ({subject}, {first})
               ON CONFLICT (subject) DO UPDATE SET empty_at = CASE
                   WHEN throttles.empty_at < {now} THEN {first}
                   WHEN throttles.empty_at + {drop_ms} > {full} THEN {full}
                   ELSE throttles.empty_at + {drop_ms} END"#
        ))
        .await?;
    }
    Ok(())
}

/// Empties a bucket: whoever signs in has shown who they are.
/// # Errors
/// What the database said.
pub async fn empty(db: &impl ConnectionTrait, throttle: &Throttle) -> Result<(), DbErr> {
    let subject = throttle.subject.clone();
    db.execute_raw(raw_sql!(Postgres, r#"DELETE FROM throttles WHERE subject = {subject}"#)).await?;
    Ok(())
}

pub async fn forget_empty(db: &impl ConnectionTrait, now: Millis) -> Result<(), DbErr> {
    db.execute_raw(raw_sql!(Postgres, r#"DELETE FROM throttles WHERE empty_at < {now}"#)).await?;
    Ok(())
}
