use ::jobs::{Job, State};
use database::{DAY_MS, Millis, Page};
use sea_orm::{ConnectionTrait, DbErr};

use super::told;
use crate::{staff::CounsellorOf, web::Frame};

/// For how long the home page lists a job that is over.
const RECENT_MS: Millis = 2 * DAY_MS;
/// How many it lists.
const MOST: usize = 3;

/// One of the viewer's own jobs, as the home page lists it.
pub struct Recent {
    pub href: String,
    pub title: String,
    pub state_key: &'static str,
    pub state_look: &'static str,
    pub made_at: Millis,
}

/// The viewer's own jobs of the last two days in this school, newest first.
/// # Errors
/// What the database said.
pub async fn recent_of(
    db: &impl ConnectionTrait,
    f: &Frame,
    of: &CounsellorOf,
    now: Millis,
) -> Result<Vec<Recent>, DbErr> {
    let latest = ::jobs::page(db, of.school_id().0, Page::of_25(None)).await?;
    let mine = latest.rows.into_iter().filter(|job: &Job| {
        job.made_by == Some(of.id().0) && (job.made_at > now - RECENT_MS || job.state == State::Running)
    });
    Ok(mine
        .take(MOST)
        .map(|job| Recent {
            href: of.href(&format!("jobs/{}", job.id)),
            title: told::title(f, &job),
            state_key: told::state_key(job.state),
            state_look: told::state_look(job.state),
            made_at: job.made_at,
        })
        .collect())
}
