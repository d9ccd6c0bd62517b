//! Every statement on the outbox's tables.

use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use uuid::Uuid;

use crate::{
    keys::MailKeys,
    mail::{Content, MailId, MailRow, NewMail, State},
};

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

/// A mail that this process has for a while.
#[derive(Clone, Debug)]
pub struct Claimed {
    pub id: MailId,
    pub to: String,
    pub attempts: i64,
    pub created_at: Millis,
    /// Until when nobody else takes it.
    pub leased_until: Millis,
    /// None where it can't be read any more: the secret it was sealed with is lost.
    pub content: Option<Content>,
}

/// What bounds one claim.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// At most so many mails.
    pub most: i64,
    /// For how long nobody else takes them.
    pub lease_ms: Millis,
    /// So many a minute over all processes; none: no bound.
    pub per_minute: Option<i64>,
}

/// Takes mails that are due, the urgent and the oldest first. Two processes never take the same one;
/// what a killed one had is due again when its lease ends.
/// # Errors
/// What the database said.
pub async fn claim(tx: &Tx, keys: &MailKeys, bounds: Claim, now: Millis) -> Result<Vec<Claimed>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: MailId,
        recipient: String,
        attempts: i64,
        created_at: Millis,
        key_id: i64,
        sealed: Option<Vec<u8>>,
    }
    let most = match bounds.per_minute {
        Some(per_minute) => bounds.most.min(left_this_minute(tx, per_minute, now).await?),
        None => bounds.most,
    };
    if most <= 0 {
        return Ok(Vec::new());
    }
    let leased_until = now + bounds.lease_ms;
    // The outer conditions are looked at again on the row as another process left it.
    let rows = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE outbox SET due_at = {leased_until}, attempts = attempts + 1
           WHERE state = 'waiting' AND due_at <= {now}
             AND id IN (SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= {now} ORDER BY urgency, due_at, id LIMIT {most})
           RETURNING id, recipient, attempts, created_at, key_id, sealed"#
    ))
    .all(&**tx)
    .await?;
    if let Some(per_minute) = bounds.per_minute {
        let taken = i64::try_from(rows.len()).unwrap_or(per_minute);
        tx.execute_raw(raw_sql!(Postgres, r#"UPDATE outbox_rate SET used = used + {taken} WHERE id = 1"#))
            .await?;
    }
    let mut claimed: Vec<Claimed> = rows
        .into_iter()
        .map(|row| Claimed {
            content: Sealed { id: row.id, key_id: row.key_id, sealed: row.sealed }.open(keys),
            id: row.id,
            to: row.recipient,
            attempts: row.attempts,
            created_at: row.created_at,
            leased_until,
        })
        .collect();
    claimed.sort_by_key(|mail| mail.id);
    Ok(claimed)
}

/// How many more may leave in this minute. The row is held until the transaction ends, so that
/// processes count one after the other.
async fn left_this_minute(tx: &Tx, per_minute: i64, now: Millis) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Used {
        used: i64,
    }
    let minute = now / 60_000;
    let used = Used::find_by_statement(raw_sql!(
        Postgres,
        r#"INSERT INTO outbox_rate (id, minute, used) VALUES (1, {minute}, 0)
           ON CONFLICT (id) DO UPDATE SET used = CASE WHEN outbox_rate.minute = {minute} THEN outbox_rate.used ELSE 0 END,
               minute = {minute}
           RETURNING used"#
    ));
    Ok(per_minute - used.one(&**tx).await?.map_or(0, |row| row.used))
}

/// Writes down that a mail has ended, and forgets what it said unless `keep`.
/// # Errors
/// What the database said.
pub async fn finish(
    tx: &Tx,
    mail: &Claimed,
    state: State,
    error: Option<&str>,
    keep: bool,
    now: Millis,
) -> Result<(), DbErr> {
    let (id, name) = (mail.id, state.name());
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE outbox SET state = {name}, finished_at = {now}, last_error = {error},
               sealed = CASE WHEN {keep} THEN sealed ELSE NULL END
           WHERE id = {id} AND state IN ('waiting', 'cancelled')"#
    ))
    .await?;
    let key = address_key(&mail.to);
    match state {
        State::Refused => {
            let reason = error.unwrap_or_default();
            tx.execute_raw(raw_sql!(
                Postgres,
                r#"INSERT INTO refused_addresses (address_key, refused_at, reason) VALUES ({key}, {now}, {reason})
                   ON CONFLICT (address_key) DO UPDATE SET refused_at = excluded.refused_at, reason = excluded.reason"#
            ))
            .await?;
        }
        State::Sent => {
            tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM refused_addresses WHERE address_key = {key}"#))
                .await?;
        }
        State::Waiting | State::GivenUp | State::Cancelled => {}
    }
    Ok(())
}

/// Lets a mail wait for its next try. `counted` is false where the server couldn't be asked at all.
/// # Errors
/// What the database said.
pub async fn put_back(
    tx: &Tx,
    mail: &Claimed,
    due_at: Millis,
    error: Option<&str>,
    counted: bool,
) -> Result<(), DbErr> {
    let (id, back) = (mail.id, i64::from(!counted));
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE outbox SET due_at = {due_at}, attempts = attempts - {back}, last_error = COALESCE({error}, last_error)
           WHERE id = {id} AND state = 'waiting'"#
    ))
    .await?;
    Ok(())
}

/// Tries a mail that was refused or given up once more, as somebody asked; false where it isn't one
/// or what it said is gone.
/// # Errors
/// What the database said.
pub async fn forget_finished_before(tx: &impl ConnectionTrait, before: Millis) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM outbox WHERE finished_at < {before}"#)).await?;
    Ok(())
}
