use database::{Millis, typed_id};
use sea_orm::{FromQueryResult, QueryResult, TryGetable as _};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

typed_id!(
    /// Names a job.
    JobId
);

/// Where a job stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Nobody has begun it.
    Waiting,
    Running,
    Done,
    /// It was tried and can't be done; [`Job::problem`] says why.
    Failed,
    /// Somebody stopped it; what was done until then stays done.
    Cancelled,
}

impl State {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }

    fn of(name: &str) -> Self {
        match name {
            "waiting" => Self::Waiting,
            "running" => Self::Running,
            "done" => Self::Done,
            "cancelled" => Self::Cancelled,
            _ => Self::Failed,
        }
    }
}

/// A job to be written. Neither `task` nor anything else in it may hold a secret.
pub struct NewJob<'n, T> {
    /// Which work it is; the workshop knows it by this name.
    pub kind: &'static str,
    /// Names the sending of the form that asks for it: a second one with the same key makes nothing.
    pub form_key: &'n str,
    /// Who may see it: the id of a school or of a district.
    pub scope: Uuid,
    /// The member of the staff whose it is; none: the operator's.
    pub made_by: Option<Uuid>,
    /// What is to be done.
    pub task: &'n T,
    /// How many there are to do; 0 where that is found out on the way.
    pub total: i64,
}

/// A job's row.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    pub scope: Uuid,
    pub made_by: Option<Uuid>,
    pub made_at: Millis,
    pub state: State,
    pub total: i64,
    pub done: i64,
    /// The key of the sentence that says why it failed.
    pub problem: Option<String>,
    pub cancel_asked_at: Option<Millis>,
    pub started_at: Option<Millis>,
    pub finished_at: Option<Millis>,
    pub attempts: i64,
    task: String,
    place: Option<String>,
    outcome: Option<String>,
}

impl Job {
    /// What is to be done; none where another version wrote it.
    pub fn task<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&self.task).ok()
    }

    /// How far the work has come; none before the first step.
    pub fn place<P: DeserializeOwned>(&self) -> Option<P> {
        serde_json::from_str(self.place.as_deref()?).ok()
    }

    /// What came of it, or has come of it so far.
    pub fn outcome<O: DeserializeOwned>(&self) -> Option<O> {
        serde_json::from_str(self.outcome.as_deref()?).ok()
    }

    /// An honest guess of what is left, in milliseconds: as long a unit as until now. None before
    /// anything was done.
    pub fn rest_ms(&self, now: Millis) -> Option<Millis> {
        let (started_at, left) = (self.started_at?, self.total - self.done);
        let passed = now - started_at;
        (self.done > 0 && left >= 0 && passed > 0).then(|| passed.saturating_mul(left) / self.done)
    }
}

/// The columns of [`Job`], for every statement that gives one.
pub(crate) const COLUMNS: &str = "id, kind, scope, made_by, made_at, state, total, done, problem, cancel_asked_at, started_at, \
     finished_at, attempts, task, place, outcome";

impl FromQueryResult for Job {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, sea_orm::DbErr> {
        let state = String::try_get(row, prefix, "state")?;
        Ok(Self {
            id: row.try_get(prefix, "id")?,
            kind: row.try_get(prefix, "kind")?,
            scope: row.try_get(prefix, "scope")?,
            made_by: row.try_get(prefix, "made_by")?,
            made_at: row.try_get(prefix, "made_at")?,
            state: State::of(&state),
            total: row.try_get(prefix, "total")?,
            done: row.try_get(prefix, "done")?,
            problem: row.try_get(prefix, "problem")?,
            cancel_asked_at: row.try_get(prefix, "cancel_asked_at")?,
            started_at: row.try_get(prefix, "started_at")?,
            finished_at: row.try_get(prefix, "finished_at")?,
            attempts: row.try_get(prefix, "attempts")?,
            task: row.try_get(prefix, "task")?,
            place: row.try_get(prefix, "place")?,
            outcome: row.try_get(prefix, "outcome")?,
        })
    }
}

/// A value as it stands in a column; our own types always have one.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<String, sea_orm::DbErr> {
    serde_json::to_string(value).map_err(|error| sea_orm::DbErr::Custom(format!("a job's value: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_guessed_from_what_was_done() {
        let job = |done, total, started_at| Job {
            id: JobId(Uuid::nil()),
            kind: String::new(),
            scope: Uuid::nil(),
            made_by: None,
            made_at: 0,
            state: State::Running,
            total,
            done,
            problem: None,
            cancel_asked_at: None,
            started_at,
            finished_at: None,
            attempts: 0,
            task: "3".to_owned(),
            place: None,
            outcome: Some("nonsense".to_owned()),
        };
        assert_eq!(job(100, 400, Some(1_000)).rest_ms(11_000), Some(30_000));
        assert_eq!(job(0, 400, Some(1_000)).rest_ms(11_000), None, "nothing to guess from");
        assert_eq!(job(1, 400, None).rest_ms(11_000), None);
        assert_eq!(job(5, 0, Some(1)).rest_ms(9), None, "the total isn't known yet");
        assert_eq!(job(1, 2, None).task::<u8>(), Some(3));
        assert_eq!(job(1, 2, None).place::<u8>(), None);
        assert_eq!(job(1, 2, None).outcome::<u8>(), None, "another version's outcome is none");
    }
}
