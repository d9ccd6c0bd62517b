//! Every statement on the outbox's tables.

mod claims;

use database::Millis;
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use uuid::Uuid;

use crate::{
    MailKeys,
    mail::{Content, MailId, MailRow, NewMail, State},
};

pub use claims::{Claim, Claimed, Outcome, claim, end_leases, write_down};

/// Writes a mail down, in the transaction of what caused it: both happen or neither.
/// # Errors
/// What the database said.
pub async fn put(
    tx: &impl ConnectionTrait,
    keys: &MailKeys,
    new: &NewMail<'_>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let content = serde_json::to_vec(new.content).map_err(|error| DbErr::Custom(error.to_string()))?;
    let (key_id, sealed) = keys.seal(&content, new.id.0.as_bytes(), random);
    let (id, kind, about, to, key) = (new.id, new.kind, new.about, new.to, address_key(new.to));
    let urgency = new.urgency.rank();
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO outbox (id, kind, about_id, recipient, recipient_key, urgency, key_id, sealed, state, attempts, due_at, created_at)
           VALUES ({id}, {kind}, {about}, {to}, {key}, {urgency}, {key_id}, {sealed}, 'waiting', 0, {now}, {now})"#
    ))
    .await?;
    Ok(())
}

/// What addresses are compared by: ASCII lower case.
pub fn address_key(address: &str) -> String {
    address.to_ascii_lowercase()
}

/// Calls back the mails about something that still wait; one under way can't be. Gives how many.
/// # Errors
/// What the database said.
pub async fn call_back(tx: &impl ConnectionTrait, about: Uuid, now: Millis) -> Result<u64, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE outbox SET state = 'cancelled', finished_at = {now}, sealed = NULL
               WHERE about_id = {about} AND state = 'waiting'"#
        ))
        .await?;
    Ok(done.rows_affected())
}

/// Whether a mail server has refused this address for good, and nothing has reached it since: when.
/// # Errors
/// What the database said.
pub async fn refused_at(db: &impl ConnectionTrait, address: &str) -> Result<Option<Millis>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        refused_at: Millis,
    }
    let key = address_key(address);
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT refused_at FROM refused_addresses WHERE address_key = {key}"#
    ));
    Ok(row.one(db).await?.map(|row| row.refused_at))
}

/// Which of these addresses (by their [`address_key`]) a mail server has refused for good.
/// # Errors
/// What the database said.
pub async fn refused_among(db: &impl ConnectionTrait, keys: &[String]) -> Result<Vec<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        address_key: String,
    }
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT address_key FROM refused_addresses WHERE address_key IN ({..keys})"#
    ));
    Ok(rows.all(db).await?.into_iter().map(|row| row.address_key).collect())
}

/// Where a mail is on its way.
/// # Errors
/// What the database said.
pub async fn state(db: &impl ConnectionTrait, id: MailId) -> Result<Option<State>, DbErr> {
    Ok(find(db, id).await?.and_then(|row| State::parse(&row.state)))
}

/// A mail's row.
/// # Errors
/// What the database said.
pub async fn find(db: &impl ConnectionTrait, id: MailId) -> Result<Option<MailRow>, DbErr> {
    MailRow::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, kind, recipient, state, attempts, due_at, last_error, created_at, finished_at
           FROM outbox WHERE id = {id}"#
    ))
    .one(db)
    .await
}

/// What a mail says, where it is still kept: while it waits, and in a demonstration.
/// # Errors
/// What the database said.
pub async fn content(
    db: &impl ConnectionTrait,
    keys: &MailKeys,
    id: MailId,
) -> Result<Option<Content>, DbErr> {
    let sealed = Sealed::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, key_id, sealed FROM outbox WHERE id = {id}"#
    ));
    Ok(sealed.one(db).await?.and_then(|row| row.open(keys)))
}

#[derive(FromQueryResult)]
struct Sealed {
    id: MailId,
    key_id: i64,
    sealed: Option<Vec<u8>>,
}

impl Sealed {
    fn open(&self, keys: &MailKeys) -> Option<Content> {
        let clear = keys.open(self.key_id, self.sealed.as_deref()?, self.id.0.as_bytes())?;
        serde_json::from_slice(&clear).ok()
    }
}

/// The latest mails, newest first.
/// # Errors
/// What the database said.
pub async fn latest(db: &impl ConnectionTrait, most: i64) -> Result<Vec<MailRow>, DbErr> {
    MailRow::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, kind, recipient, state, attempts, due_at, last_error, created_at, finished_at
           FROM outbox ORDER BY id DESC LIMIT {most}"#
    ))
    .all(db)
    .await
}

/// How many mails are in each state, and since when the oldest waits.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Counted {
    pub state: String,
    pub mails: i64,
    pub oldest_at: Millis,
}

/// The queue in figures.
/// # Errors
/// What the database said.
pub async fn count(db: &impl ConnectionTrait) -> Result<Vec<Counted>, DbErr> {
    Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT state, count(*) AS mails, min(created_at) AS oldest_at FROM outbox GROUP BY state ORDER BY state"#
    ))
    .all(db)
    .await
}

/// Takes an address out of the mails that have ended: its holder closed their account.
/// # Errors
/// What the database said.
pub async fn forget_address(tx: &impl ConnectionTrait, address: &str) -> Result<(), DbErr> {
    let key = address_key(address);
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE outbox SET recipient = '', recipient_key = '' WHERE recipient_key = {key} AND state <> 'waiting'"#
    ))
    .await?;
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM refused_addresses WHERE address_key = {key}"#)).await?;
    Ok(())
}

/// Whether there is any mail that waits: then the secret it was sealed with must not be made anew.
/// # Errors
/// What the database said.
pub async fn any_waiting(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Found {
        #[expect(dead_code, reason = "that there is a row is the answer")]
        id: MailId,
    }
    let found = raw_sql!(Postgres, r#"SELECT id FROM outbox WHERE state = 'waiting' LIMIT 1"#);
    Ok(Found::find_by_statement(found).one(db).await?.is_some())
}

/// Removes mails that ended before an instant.
/// # Errors
/// What the database said.
pub async fn forget_finished_before(tx: &impl ConnectionTrait, before: Millis) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM outbox WHERE finished_at < {before}"#)).await?;
    Ok(())
}

/// The latest mails that haven't left though they were tried.
/// # Errors
/// What the database said.
pub async fn troubled(db: &impl ConnectionTrait, most: i64) -> Result<Vec<MailRow>, DbErr> {
    MailRow::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, kind, recipient, state, attempts, due_at, last_error, created_at, finished_at
           FROM outbox WHERE last_error IS NOT NULL ORDER BY id DESC LIMIT {most}"#
    ))
    .all(db)
    .await
}
