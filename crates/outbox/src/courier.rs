//! Couriers: take mails that are due, hand them to the mail server, write down what became of each.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use database::{Database, Millis};
use futures_util::future::join_all;
use lettre::message::Mailbox;
use sea_orm::DbErr;
use tokio::{
    sync::{mpsc, watch},
    time::sleep,
};

use crate::{
    GIVE_UP_AFTER_MS, MailKeys,
    lane::{Done, Lane},
    mail::State,
    smtp::{Connection, Server, ServerDown},
    store::{self, Claim, Claimed, Outcome},
};

/// For how long a claimed mail is this process's. What a killed process had is due again after it.
const LEASE_MS: Millis = 2 * 60 * 1000;
/// How many mails one connection takes in one claim.
const CLAIM_EACH: i64 = 16;
/// How often the outbox is looked at while nothing is due.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How long the server is left alone after it couldn't be reached: doubling up to the second.
const AWAY: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(5 * 60));

/// Where mail goes.
#[derive(Clone)]
pub enum Route {
    Smtp(Box<Server>),
    /// Nowhere: a demonstration keeps its mail to be read in the portal.
    Kept,
}

/// How mail leaves.
#[derive(Clone)]
pub struct Settings {
    pub route: Route,
    pub from: Mailbox,
    /// How many connections at once: at least one.
    pub connections: usize,
    /// So many mails a minute over all processes; none: no bound.
    pub per_minute: Option<i64>,
    /// Whether a mail's content outlives its sending: only in a demonstration.
    pub keep: bool,
}

/// What the portal has that couriers need.
pub trait Office: Send + Sync + 'static {
    fn database(&self) -> &Database;
    fn keys(&self) -> &MailKeys;
    /// The portal's clock, milliseconds.
    fn now(&self) -> Millis;
}

/// How a round ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Round {
    /// So many mails were dealt with, and nothing is due any more.
    Done(usize),
    /// The server can't be reached; everything waits.
    Away(ServerDown),
}

/// Takes mail away. Keeps its connections from one round to the next.
pub struct Courier {
    office: Arc<dyn Office>,
    settings: Settings,
    connections: Vec<Option<Connection>>,
}

impl Courier {
    pub fn new(office: Arc<dyn Office>, settings: Settings) -> Self {
        let connections = (0..settings.connections.max(1)).map(|_| None).collect();
        Self { office, settings, connections }
    }

    /// Works until told to stop, then finishes the mails in flight and leaves the others to wait.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) {
        let mut away = AWAY.0;
        while !*stop.borrow() {
            let pause = match self.round(&stop).await {
                Ok(Round::Done(_)) => {
                    away = AWAY.0;
                    LOOK_EVERY
                }
                Ok(Round::Away(ServerDown(why))) => {
                    tracing::warn!(
                        cause = why,
                        pause_s = away.as_secs(),
                        "mail waits: the mail server is away"
                    );
                    let pause = away;
                    away = (away * 2).min(AWAY.1);
                    pause
                }
                Err(failure) => {
                    tracing::warn!(cause = %failure, "the outbox can't be read");
                    AWAY.0
                }
            };
            tokio::select! {
                () = sleep(pause) => {}
                _ = stop.changed() => {}
            }
        }
        for connection in self.connections.into_iter().flatten() {
            connection.close().await;
        }
    }

    /// Sends until nothing is due or the server is away.
    /// # Errors
    /// What the database said.
    pub async fn round(&mut self, stop: &watch::Receiver<bool>) -> Result<Round, DbErr> {
        let mut dealt_with = 0;
        while !*stop.borrow() {
            let claimed = self.claim().await?;
            if claimed.is_empty() {
                self.drop_idle().await;
                return Ok(Round::Done(dealt_with));
            }
            dealt_with += claimed.len();
            if let Some(down) = self.deliver(claimed, stop).await? {
                return Ok(Round::Away(down));
            }
        }
        Ok(Round::Done(dealt_with))
    }

    async fn claim(&self) -> Result<Vec<Claimed>, DbErr> {
        let connections = i64::try_from(self.connections.len()).unwrap_or(1);
        let bounds = Claim {
            most: connections * CLAIM_EACH,
            lease_ms: LEASE_MS,
            per_minute: self.settings.per_minute,
        };
        let tx = self.office.database().begin().await?;
        let claimed = store::claim(&tx, self.office.keys(), bounds, self.office.now()).await?;
        tx.commit().await?;
        Ok(claimed)
    }

    /// Hands these mails over on all connections at once. Gives why the server is away, if it is; what
    /// wasn't tried waits on.
    async fn deliver(
        &mut self,
        claimed: Vec<Claimed>,
        stop: &watch::Receiver<bool>,
    ) -> Result<Option<ServerDown>, DbErr> {
        let waiting = Mutex::new(VecDeque::from(claimed));
        let (done, written) = mpsc::channel::<Done>(64);
        let (office, settings) = (&*self.office, &self.settings);
        let lanes = self.connections.iter_mut().map(|connection| {
            let lane = Lane { office, settings, waiting: &waiting, done: done.clone(), stop };
            lane.work(connection)
        });
        let lanes = join_all(lanes.collect::<Vec<_>>());
        drop(done);
        let (ends, wrote) = tokio::join!(lanes, write_down(office, written, settings.keep));
        wrote?;
        let down = ends.into_iter().flatten().next();
        let left = waiting.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.put_back(left, down.as_ref()).await?;
        Ok(down)
    }

    /// Mails that were claimed and not tried wait on, or are given up if they have waited too long.
    async fn put_back(&self, left: VecDeque<Claimed>, down: Option<&ServerDown>) -> Result<(), DbErr> {
        if left.is_empty() {
            return Ok(());
        }
        let now = self.office.now();
        let outcomes = left.into_iter().map(|mail| {
            let error = down.map(|ServerDown(why)| why.clone());
            if now - mail.created_at >= GIVE_UP_AFTER_MS {
                Outcome {
                    mail,
                    state: State::GivenUp,
                    error,
                    due_at: now,
                    counted: false,
                    no_such_recipient: false,
                }
            } else {
                Outcome {
                    mail,
                    state: State::Waiting,
                    error,
                    due_at: now,
                    counted: false,
                    no_such_recipient: false,
                }
            }
        });
        let tx = self.office.database().begin().await?;
        store::write_down(&tx, &outcomes.collect::<Vec<_>>(), self.settings.keep, now).await?;
        tx.commit().await
    }

    /// Nothing is due: servers close idle connections, so we close them first.
    async fn drop_idle(&mut self) {
        for connection in self.connections.iter_mut().filter_map(Option::take) {
            connection.close().await;
        }
    }
}

/// Writes down what became of mails, all that are done with at once in one transaction.
async fn write_down(office: &dyn Office, mut done: mpsc::Receiver<Done>, keep: bool) -> Result<(), DbErr> {
    while let Some(first) = done.recv().await {
        let mut group = vec![first];
        while let Ok(next) = done.try_recv() {
            group.push(next);
        }
        let (outcomes, written): (Vec<_>, Vec<_>) =
            group.into_iter().map(|done| (done.outcome, done.written)).unzip();
        let tx = office.database().begin().await?;
        store::write_down(&tx, &outcomes, keep, office.now()).await?;
        tx.commit().await?;
        for written in written {
            let _ = written.send(());
        }
    }
    Ok(())
}
