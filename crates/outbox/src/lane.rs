//! One connection at work: takes mails, hands them over, waits until each end is written down.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use database::Millis;
use lettre::Address;
use tokio::sync::{mpsc, oneshot, watch};

use crate::{
    GIVE_UP_AFTER_MS,
    courier::{Office, Route, Settings},
    mail::State,
    message,
    retry::pause_ms,
    smtp::{Connection, Sent, Server, ServerDown},
    store::{Claimed, Outcome},
};

/// A mail isn't begun with less of its lease left than sending may take.
const BEGIN_WITHIN_MS: Millis = 60 * 1000;
/// How long handing over one mail may take in all.
const SEND_WITHIN: Duration = Duration::from_secs(50);

/// A mail that is done with, on its way to be written down.
pub struct Done {
    pub outcome: Outcome,
    pub written: oneshot::Sender<()>,
}

/// One connection's share of a round.
pub struct Lane<'l> {
    pub office: &'l dyn Office,
    pub settings: &'l Settings,
    pub waiting: &'l Mutex<VecDeque<Claimed>>,
    pub done: mpsc::Sender<Done>,
    pub stop: &'l watch::Receiver<bool>,
}

impl Lane<'_> {
    /// Takes mails until none is left, or the server is away.
    pub async fn work(self, connection: &mut Option<Connection>) -> Option<ServerDown> {
        while let Some(mail) = self.next() {
            let sent = match self.hand_over(&mail, connection).await {
                Ok(sent) => sent,
                Err(down) => {
                    self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push_front(mail);
                    return Some(down);
                }
            };
            let outcome = outcome(mail, sent, self.office.now());
            let (written, is_written) = oneshot::channel();
            // The next mail leaves only when this one is written down: a kill doubles one at most.
            if self.done.send(Done { outcome, written }).await.is_err() || is_written.await.is_err() {
                return None;
            }
        }
        None
    }

    /// The next mail whose lease leaves time to send it; the others are due again when it ends.
    fn next(&self) -> Option<Claimed> {
        if *self.stop.borrow() {
            return None;
        }
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.office.now();
        while let Some(mail) = waiting.pop_front() {
            if mail.leased_until - now >= BEGIN_WITHIN_MS {
                return Some(mail);
            }
        }
        None
    }

    async fn hand_over(
        &self,
        mail: &Claimed,
        connection: &mut Option<Connection>,
    ) -> Result<Sent, ServerDown> {
        let Some(content) = &mail.content else {
            return Ok(Sent::Refused(
                "what it says can't be read: the secret it was sealed with is lost".to_owned(),
            ));
        };
        let Ok(to) = mail.to.parse::<Address>() else {
            return Ok(Sent::Refused("no address".to_owned()));
        };
        let bytes = match message::write(mail.id, &self.settings.from, &to, content, mail.created_at) {
            Ok(bytes) => bytes,
            Err(message::Malformed(why)) => return Ok(Sent::Refused(why)),
        };
        let Route::Smtp(server) = &self.settings.route else { return Ok(Sent::Accepted) };
        let sending = send(server, connection, &self.settings.from.email, &to, &bytes);
        let sent = tokio::time::timeout(SEND_WITHIN, sending).await;
        let sent = sent.unwrap_or_else(|_| Ok(Sent::Later("handing it over took too long".to_owned())));
        if !matches!(sent, Ok(Sent::Accepted | Sent::NoSuchRecipient(_) | Sent::Refused(_))) {
            *connection = None;
        }
        sent
    }
}

/// Sends on the open connection, or on a new one. A connection that was used before may have been
/// closed by the server meanwhile: that isn't held against it.
async fn send(
    server: &Server,
    connection: &mut Option<Connection>,
    from: &Address,
    to: &Address,
    bytes: &[u8],
) -> Result<Sent, ServerDown> {
    let sent = match connection.as_mut().filter(|open| open.was_used()) {
        Some(open) => open.send(from, to, bytes).await.ok(),
        None => None,
    };
    let sent = match sent {
        Some(sent) => sent,
        None => connection.insert(Connection::open(server).await?).send(from, to, bytes).await?,
    };
    if connection.as_ref().is_some_and(Connection::is_broken) {
        *connection = None;
    }
    Ok(sent)
}

fn outcome(mail: Claimed, sent: Sent, now: Millis) -> Outcome {
    let no_such_recipient = matches!(sent, Sent::NoSuchRecipient(_));
    let (state, error) = match sent {
        Sent::Accepted => (State::Sent, None),
        Sent::NoSuchRecipient(why) | Sent::Refused(why) => (State::Refused, Some(why)),
        Sent::Later(why) if now - mail.created_at >= GIVE_UP_AFTER_MS => (State::GivenUp, Some(why)),
        Sent::Later(why) => (State::Waiting, Some(why)),
    };
    let due_at = now + pause_ms(mail.id, mail.attempts);
    Outcome { mail, state, error, due_at, counted: true, no_such_recipient }
}
