use std::collections::HashMap;

use ::jobs::{Job, State as JobState};
use askama::Template;
use axum::{extract::State, response::Response};
use uuid::Uuid;

use super::JobPath;
use crate::{
    kept_files,
    long_work::{Link, Outcome, told},
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
        store as staff,
    },
    students::{self, StudentId},
    web::{Frame, PathParams, Problem, Reader, page},
};

/// A student passed over, as the page names them.
struct LeftOutRow {
    href: String,
    name: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "long_work/pages/show.html")]
struct JobPage {
    f: Frame,
    base: String,
    here: String,
    title: String,
    by: String,
    said: String,
    /// Whether files that it made can still be fetched.
    has_files: bool,
    keep_until: i64,
    left_out: Vec<LeftOutRow>,
    outcome: Outcome,
    job: Job,
}

impl JobPage {
    fn is_over(&self) -> bool {
        self.job.state.is_over()
    }

    fn is_done(&self) -> bool {
        self.job.state == JobState::Done
    }

    fn has_failed(&self) -> bool {
        self.job.state == JobState::Failed
    }

    fn stopped(&self) -> String {
        told::stopped(&self.f, &self.job)
    }

    fn problem(&self) -> &str {
        self.job.problem.as_deref().unwrap_or("long-work-broken")
    }

    /// Where a link leads: below the school's.
    fn href(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// How its files are fetched, while they are kept.
    fn download(&self) -> Option<&Link> {
        self.outcome.download.as_ref().filter(|_| self.has_files)
    }

    fn unnamed(&self) -> i64 {
        self.outcome.left_out_count - i64::try_from(self.left_out.len()).unwrap_or(i64::MAX)
    }
}

/// A job: how far it has come, and once it is over what came of it and what is next.
pub async fn show(
    of: CounsellorOf,
    PathParams(JobPath { job }): PathParams<JobPath>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let job = ::jobs::find(portal.read(), of.school_id().0, job).await?.ok_or(Problem::NotFound)?;
    let now = portal.clock.now();
    let outcome: Outcome = job.outcome().unwrap_or_default();
    let f = frame::in_school(&portal, reader, &of, Place::Jobs);
    let named: Vec<StudentId> = outcome.left_out.iter().map(|left| left.student).collect();
    let names: HashMap<StudentId, String> =
        students::store::names_of(portal.read(), of.school_id(), &named).await?;
    let row = |student: StudentId, reason: &str| LeftOutRow {
        href: of.href(&format!("students/{student}/access")),
        name: names.get(&student).cloned().unwrap_or_default(),
        reason: f.say(reason),
    };
    let makers: Vec<Uuid> = job.made_by.into_iter().collect();
    let files = kept_files::of_owner(portal.read(), job.id.0, now).await?;
    let shown = JobPage {
        base: of.href(""),
        here: of.href(&format!("jobs/{}", job.id)),
        title: told::title(&f, &job),
        by: staff::names_of(portal.read(), &makers).await?.into_values().next().unwrap_or_default(),
        said: told::progress(&f, &job, now),
        has_files: !files.is_empty(),
        keep_until: files.iter().map(|file| file.keep_until).min().unwrap_or(now),
        left_out: outcome.left_out.iter().map(|left| row(left.student, &left.reason)).collect(),
        outcome,
        job,
        f,
    };
    page(&shown.f, &shown)
}
