//! Taking mails that are due, and writing down what became of them.

use database::{Millis, Tx};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, raw_sql};

use super::{Sealed, address_key};
use crate::{
    MailKeys,
    mail::{Content, MailId, State},
};

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
    // On PostgreSQL processes pass by each other's rows; on SQLite there is one writer. Picked in a
    // part of its own, since a subquery's LIMIT may be run more than once.
    let backend = tx.get_database_backend();
    let pass_by = if backend == DbBackend::Postgres { "FOR UPDATE SKIP LOCKED" } else { "" };
    let statement = format!(
        "WITH picked AS MATERIALIZED (
             SELECT id AS picked_id FROM outbox
             WHERE state = 'waiting' AND due_at <= $2 AND (leased_until IS NULL OR leased_until <= $2)
             ORDER BY urgency, due_at, id LIMIT $3 {pass_by})
         UPDATE outbox SET leased_until = $1, attempts = attempts + 1 FROM picked WHERE id = picked_id
         RETURNING id, recipient, attempts, created_at, key_id, sealed"
    );
    let values = [leased_until.into(), now.into(), most.into()];
    let rows =
        Row::find_by_statement(Statement::from_sql_and_values(backend, statement, values)).all(&**tx).await?;
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

/// What became of a mail in one try.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub mail: Claimed,
    pub state: State,
    /// What the server said, for the operator.
    pub error: Option<String>,
    /// When it is tried again, where it waits on.
    pub due_at: Millis,
    /// False where the server couldn't be asked at all: then it was no try.
    pub counted: bool,
    /// Whether it was refused because of its recipient: then the address is remembered.
    pub no_such_recipient: bool,
}

/// Writes down what became of mails, and forgets what the ended ones said unless `keep`.
/// # Errors
/// What the database said.
pub async fn write_down(tx: &Tx, outcomes: &[Outcome], keep: bool, now: Millis) -> Result<(), DbErr> {
    let sent: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.state == State::Sent).collect();
    if !sent.is_empty() {
        let ids: Vec<MailId> = sent.iter().map(|outcome| outcome.mail.id).collect();
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE outbox SET state = 'sent', finished_at = {now}, last_error = NULL,
                   sealed = CASE WHEN {keep} THEN sealed ELSE NULL END
               WHERE id IN ({..ids}) AND state IN ('waiting', 'cancelled')"#
        ))
        .await?;
        let reached: Vec<String> = sent.iter().map(|outcome| address_key(&outcome.mail.to)).collect();
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"DELETE FROM refused_addresses WHERE address_key IN ({..reached})"#
        ))
        .await?;
    }
    for outcome in outcomes {
        match outcome.state {
            State::Waiting => put_back(tx, outcome).await?,
            State::Refused | State::GivenUp => end(tx, outcome, keep, now).await?,
            State::Sent | State::Cancelled => {}
        }
    }
    Ok(())
}

/// A mail that never leaves. An address that a server knows no mailbox for is remembered until one takes
/// mail for it.
async fn end(tx: &Tx, outcome: &Outcome, keep: bool, now: Millis) -> Result<(), DbErr> {
    let (id, state, error) = (outcome.mail.id, outcome.state.name(), outcome.error.as_deref());
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE outbox SET state = {state}, finished_at = {now}, last_error = {error},
               sealed = CASE WHEN {keep} THEN sealed ELSE NULL END
           WHERE id = {id} AND state = 'waiting'"#
    ))
    .await?;
    if outcome.no_such_recipient {
        let (key, reason) = (address_key(&outcome.mail.to), error.unwrap_or_default());
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"INSERT INTO refused_addresses (address_key, refused_at, reason) VALUES ({key}, {now}, {reason})
               ON CONFLICT (address_key) DO UPDATE SET refused_at = excluded.refused_at, reason = excluded.reason"#
        ))
        .await?;
    }
    Ok(())
}

/// A mail that waits for its next try.
async fn put_back(tx: &Tx, outcome: &Outcome) -> Result<(), DbErr> {
    let (id, due_at, error) = (outcome.mail.id, outcome.due_at, outcome.error.as_deref());
    let back = i64::from(!outcome.counted);
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE outbox SET due_at = {due_at}, leased_until = NULL, attempts = attempts - {back}, last_error = COALESCE({error}, last_error)
           WHERE id = {id} AND state = 'waiting'"#
    ))
    .await?;
    Ok(())
}

/// Ends every lease: for a database that no other process uses, where whoever had them is gone.
/// # Errors
/// What the database said.
pub async fn end_leases(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE outbox SET leased_until = NULL WHERE state = 'waiting' AND leased_until IS NOT NULL"#
    ))
    .await?;
    Ok(())
}
