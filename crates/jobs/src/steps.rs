//! What a step writes beside its effect, in the same transaction.

use database::{Millis, Tx};
use sea_orm::{ConnectionTrait, DbErr, raw_sql};
use serde::Serialize;

use crate::{claims::Claimed, job::json};

/// Why a step did nothing.
#[derive(Debug)]
pub enum Failure {
    /// It can't be done, now or later: the key of the sentence that says why and what to do.
    Refused(&'static str),
    /// It may go better later.
    Broken(Box<dyn std::error::Error + Send + Sync>),
    /// Another process has the job now, or it was stopped: what this step did must not last.
    LostLease,
}

impl From<DbErr> for Failure {
    fn from(failure: DbErr) -> Self {
        Self::Broken(failure.into())
    }
}

impl Claimed {
    /// Writes how far the job has come: `place` is where the next step begins, `done` how many are done
    /// in all, `outcome` what has come of it so far. To be called in the transaction of the step's effect,
    /// at its end.
    /// # Errors
    /// [`Failure::LostLease`], or what the database said; the caller's transaction must then roll back.
    pub async fn advance(
        &self,
        tx: &Tx,
        place: &impl Serialize,
        outcome: &impl Serialize,
        done: i64,
    ) -> Result<(), Failure> {
        let (id, lease) = (self.job.id, self.lease);
        let (place, outcome) = (json(place)?, json(outcome)?);
        let held = tx.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE jobs SET place = {place}, outcome = {outcome}, done = {done}, attempts = 0
               WHERE id = {id} AND lease = {lease} AND state = 'running'"#
        ));
        if held.await?.rows_affected() == 1 { Ok(()) } else { Err(Failure::LostLease) }
    }

    /// Says how many there are to do, once that is known.
    /// # Errors
    /// As [`Claimed::advance`].
    pub async fn set_total(&self, tx: &Tx, total: i64) -> Result<(), Failure> {
        let (id, lease) = (self.job.id, self.lease);
        let held = tx.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE jobs SET total = {total} WHERE id = {id} AND lease = {lease} AND state = 'running'"#
        ));
        if held.await?.rows_affected() == 1 { Ok(()) } else { Err(Failure::LostLease) }
    }

    /// Ends the job: `outcome` is what came of it, `done` how many were done. In the transaction of the
    /// last step's effect.
    /// # Errors
    /// As [`Claimed::advance`].
    pub async fn finish(
        &self,
        tx: &Tx,
        outcome: &impl Serialize,
        done: i64,
        now: Millis,
    ) -> Result<(), Failure> {
        let (id, lease, outcome) = (self.job.id, self.lease, json(outcome)?);
        let held = tx.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE jobs SET state = 'done', outcome = {outcome}, done = {done}, finished_at = {now}, lease = NULL,
                   leased_until = NULL
               WHERE id = {id} AND lease = {lease} AND state = 'running'"#
        ));
        if held.await?.rows_affected() == 1 { Ok(()) } else { Err(Failure::LostLease) }
    }

    /// Ends the job without its rest, because somebody asked for that.
    pub(crate) async fn cancel(&self, tx: &Tx, now: Millis) -> Result<(), DbErr> {
        let (id, lease) = (self.job.id, self.lease);
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE jobs SET state = 'cancelled', finished_at = {now}, lease = NULL, leased_until = NULL
               WHERE id = {id} AND lease = {lease} AND state = 'running'"#
        ))
        .await?;
        Ok(())
    }

    /// Ends the job as one that can't be done.
    pub(crate) async fn fail(&self, tx: &Tx, problem: &str, now: Millis) -> Result<(), DbErr> {
        let (id, lease) = (self.job.id, self.lease);
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE jobs SET state = 'failed', problem = {problem}, finished_at = {now}, lease = NULL,
                   leased_until = NULL
               WHERE id = {id} AND lease = {lease} AND state = 'running'"#
        ))
        .await?;
        Ok(())
    }
}
