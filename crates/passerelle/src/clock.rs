//! What time it is. Acts get an instant as an argument; only handlers and jobs ask the clock.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use database::Millis;

/// The portal's clock.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's, moved by so many milliseconds (none but in a demonstration).
    Running { ahead_ms: Millis },
    /// Stands still until a test moves it.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self::Running { ahead_ms: 0 }
    }

    /// A clock that shows `instant` now and runs on from there.
    pub fn starting_at(instant: Millis) -> Self {
        Self::Running { ahead_ms: instant - machine_now() }
    }

    /// A clock that stands at `instant`.
    pub fn standing_at(instant: Millis) -> Self {
        Self::Set(Arc::new(AtomicI64::new(instant)))
    }

    /// The instant it shows.
    pub fn now(&self) -> Millis {
        match self {
            Self::Running { ahead_ms } => machine_now() + ahead_ms,
            Self::Set(instant) => instant.load(Ordering::Relaxed),
        }
    }

    /// Moves a standing clock on; a running one takes no notice.
    pub fn advance(&self, by: Duration) {
        if let Self::Set(instant) = self {
            instant.fetch_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX), Ordering::Relaxed);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
fn machine_now() -> Millis {
    // A machine set before 1970 shows 1970: codes are then not expired, and nothing panics.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
