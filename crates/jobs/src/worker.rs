//! Workers: take jobs that are due, do them step by step, give way to others.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use database::{Database, Millis};
use futures_util::FutureExt as _;
use sea_orm::DbErr;
use tokio::{
    sync::watch,
    time::{interval_at, sleep},
};
use uuid::Uuid;

use crate::{
    claims::{self, Claimed, LetGo},
    steps::Failure,
};

/// How often the rows are looked at while nothing is due.
const LOOK_EVERY: Duration = Duration::from_millis(300);
/// After so long a job gives way to the others that wait.
const TURN_MS: Millis = 5 * 1000;
/// How often a process says that it is still at a long step.
const BEAT_EVERY: Duration = Duration::from_secs(15);
/// So many failures without any progress end a job.
const MOST_ATTEMPTS: i64 = 5;
/// The first pause after a failure; it doubles.
const FIRST_PAUSE_MS: Millis = 1000;
/// The key of what is said of a job that broke again and again.
const BROKEN: &str = "long-work-broken";

/// What the portal has that workers need.
pub trait Workshop: Send + Sync + 'static {
    fn database(&self) -> &Database;

    /// The portal's clock, milliseconds.
    fn now(&self) -> Millis;

    /// A name for a lease, never given before.
    fn lease(&self) -> Uuid;

    /// Does the next step of a job: its effect, and [`Claimed::advance`] or [`Claimed::finish`], in one
    /// transaction. Bounded: some thousand rows or some seconds.
    fn step(&self, job: &Claimed) -> impl Future<Output = Result<(), Failure>> + Send;
}

/// Takes jobs and does them, one at a time.
pub struct Worker<W> {
    workshop: Arc<W>,
}

impl<W: Workshop> Worker<W> {
    pub const fn new(workshop: Arc<W>) -> Self {
        Self { workshop }
    }

    /// Works until told to stop, then ends the step in flight and leaves the rest to be taken up.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.round(&stop).await {
                Ok(_) => {}
                Err(failure) => tracing::warn!(cause = %failure, "the jobs can't be read"),
            }
            tokio::select! {
                () = sleep(LOOK_EVERY) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Works until nothing is due, and gives how many turns that took.
    /// # Errors
    /// What the database said.
    pub async fn round(&self, stop: &watch::Receiver<bool>) -> Result<usize, DbErr> {
        let mut turns = 0;
        while !*stop.borrow() && claims::any_due(self.workshop.database().read(), self.workshop.now()).await?
        {
            let tx = self.workshop.database().begin().await?;
            let claimed = claims::claim(&tx, self.workshop.lease(), self.workshop.now()).await?;
            tx.commit().await?;
            // Another process was faster.
            let Some(claimed) = claimed else { continue };
            self.turn(claimed, stop).await?;
            turns += 1;
        }
        Ok(turns)
    }

    /// Does steps of one job until it is over, its turn is, or a step fails.
    async fn turn(&self, mut claimed: Claimed, stop: &watch::Receiver<bool>) -> Result<(), DbErr> {
        let began_at = self.workshop.now();
        loop {
            if claimed.cancel_asked_at.is_some() {
                return self.write(async |tx, now| claimed.cancel(tx, now).await).await;
            }
            // Whoever claims again and again without progress is killed by this job each time.
            if claimed.attempts > MOST_ATTEMPTS {
                return self.write(async |tx, now| claimed.fail(tx, BROKEN, now).await).await;
            }
            match self.step(&claimed).await {
                Ok(()) => {}
                Err(Failure::LostLease) => return Ok(()),
                Err(Failure::Refused(why)) => {
                    return self.write(async |tx, now| claimed.fail(tx, why, now).await).await;
                }
                Err(Failure::Broken(cause)) => return self.broken(&claimed, &*cause).await,
            }
            match claims::again(self.workshop.database().read(), &claimed).await? {
                Some(next) => claimed = next,
                None => return Ok(()),
            }
            if *stop.borrow() || self.workshop.now() - began_at >= TURN_MS {
                return self
                    .write(async |tx, now| claims::let_go(tx, &claimed, &LetGo::Turn, now).await)
                    .await;
            }
        }
    }

    /// One step, with a beat beside it that keeps the lease; a panic in it is a failure like others.
    async fn step(&self, claimed: &Claimed) -> Result<(), Failure> {
        let step = AssertUnwindSafe(self.workshop.step(claimed)).catch_unwind();
        let beat = async {
            let mut beat = interval_at(tokio::time::Instant::now() + BEAT_EVERY, BEAT_EVERY);
            loop {
                beat.tick().await;
                let (database, now) = (self.workshop.database(), self.workshop.now());
                if let Err(failure) = claims::still_at_it(database.writer(), claimed, now).await {
                    tracing::warn!(cause = %failure, "a job's lease wasn't kept");
                }
            }
        };
        tokio::select! {
            done = step => done.unwrap_or_else(|_| Err(Failure::Broken("a step panicked".into()))),
            () = beat => Err(Failure::LostLease),
        }
    }

    async fn broken(
        &self,
        claimed: &Claimed,
        cause: &(dyn std::error::Error + Send + Sync),
    ) -> Result<(), DbErr> {
        tracing::warn!(job = %claimed.id, kind = claimed.kind, attempt = claimed.attempts, %cause, "a step failed");
        if claimed.attempts >= MOST_ATTEMPTS {
            return self.write(async |tx, now| claimed.fail(tx, BROKEN, now).await).await;
        }
        let doubled = u32::try_from(claimed.attempts.max(1) - 1).unwrap_or_default();
        let pause = FIRST_PAUSE_MS << doubled.min(10);
        self.write(async |tx, now| claims::let_go(tx, claimed, &LetGo::Failed(now + pause), now).await).await
    }

    async fn write(
        &self,
        act: impl AsyncFnOnce(&database::Tx, Millis) -> Result<(), DbErr>,
    ) -> Result<(), DbErr> {
        let tx = self.workshop.database().begin().await?;
        act(&tx, self.workshop.now()).await?;
        tx.commit().await
    }
}
