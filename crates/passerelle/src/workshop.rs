//! The portal's long work: which slice does which kind of job, and the workers that do them.

use std::sync::Arc;

use ::jobs::{Claimed, Failure, Worker, Workshop};
use database::{Backend, Database, Millis};
use sea_orm::DbErr;
use tokio::{sync::watch, task::JoinHandle};
use uuid::Uuid;

use crate::{code_batches, portal::Portal, random};

/// How many jobs are worked at side by side in one process.
const WORKERS: usize = 2;

/// For how long a job that is over stays in the list.
const KEPT_MS: Millis = 400 * database::DAY_MS;

impl Workshop for Portal {
    fn database(&self) -> &Database {
        &self.database
    }

    fn now(&self) -> Millis {
        self.clock.now()
    }

    fn lease(&self) -> Uuid {
        ::jobs::JobId::new(self.clock.now(), &mut random::system()).0
    }

    async fn step(&self, job: &Claimed) -> Result<(), Failure> {
        match job.kind.as_str() {
            code_batches::MAKE => code_batches::make_step(self, job).await,
            code_batches::RENEW => code_batches::renew_step(self, job).await,
            code_batches::VOID => code_batches::void_step(self, job).await,
            // Another version's work, of which this one knows nothing.
            _ => Err(Failure::Refused("long-work-unknown")),
        }
    }
}

/// Workers at it, until told to stop.
pub struct Workers {
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Workers {
    /// Lets the steps in flight end, and leaves the rest to be taken up.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        for task in self.tasks {
            let _ = task.await;
        }
    }
}

/// Starts the workers.
/// # Errors
/// What the database said.
pub async fn start(portal: &Portal) -> Result<Workers, DbErr> {
    // On SQLite this is the one portal: what a killed one had is taken up at once.
    if portal.database.backend() == Backend::Sqlite {
        ::jobs::end_leases(portal.database.writer()).await?;
    }
    let (stop, stopped) = watch::channel(false);
    let worker = |_| tokio::spawn(Worker::new(Arc::new(portal.clone())).run(stopped.clone()));
    Ok(Workers { stop, tasks: (0..WORKERS).map(worker).collect() })
}

/// Does everything that is due now, once, and gives how many turns that took.
/// # Errors
/// What the database said.
pub async fn round(portal: &Portal) -> Result<usize, DbErr> {
    let (_go_on, stop) = watch::channel(false);
    Worker::new(Arc::new(portal.clone())).round(&stop).await
}

/// Forgets jobs that ended long ago.
/// # Errors
/// What the database said.
pub async fn sweep(portal: &Portal, now: Millis) -> Result<(), DbErr> {
    ::jobs::forget_finished_before(portal.database.writer(), now - KEPT_MS).await
}
