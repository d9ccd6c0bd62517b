//! A job in words. Each kind of work has three sentences of its own: `<kind>-title`, `<kind>-progress`
//! with `done` and `total`, and `<kind>-stopped` with the same.

use ::jobs::{Job, State};
use database::Millis;

use crate::web::Frame;

/// What it is: « Création de codes ».
pub fn title(f: &Frame, job: &Job) -> String {
    f.say(format!("{}-title", job.kind))
}

/// How far it has come and how long the rest may take: « 312 codes créés sur 496. Encore une minute
/// environ. »
pub fn progress(f: &Frame, job: &Job, now: Millis) -> String {
    if job.state == State::Waiting || job.total == 0 {
        return f.say("long-work-waiting");
    }
    let done = f.say2(&format!("{}-progress", job.kind), "done", job.done, "total", job.total);
    match job.rest_ms(now).map(|rest| (rest + 30_000) / 60_000) {
        Some(0) => f.say1("long-work-soon", "done", done),
        Some(minutes) => f.say2("long-work-rest", "done", done, "minutes", minutes),
        None => done,
    }
}

/// What became of it, once it is over and not done.
pub fn stopped(f: &Frame, job: &Job) -> String {
    f.say2(&format!("{}-stopped", job.kind), "done", job.done, "total", job.total)
}

/// The key of a state.
pub const fn state_key(state: State) -> &'static str {
    match state {
        State::Waiting => "long-work-state-waiting",
        State::Running => "long-work-state-running",
        State::Done => "long-work-state-done",
        State::Failed => "long-work-state-failed",
        State::Cancelled => "long-work-state-cancelled",
    }
}

/// The look of a state's badge.
pub const fn state_look(state: State) -> &'static str {
    match state {
        State::Done => "good",
        State::Failed => "bad",
        State::Cancelled => "warn",
        State::Waiting | State::Running => "brand",
    }
}
