//! A job's progress while it is looked at: server-sent events (WHATWG HTML, section 9.2).

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::State,
    response::sse::{Event, Sse},
};
use futures_util::{Stream, stream};

use super::JobPath;
use crate::{
    long_work::told,
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    web::{Frame, PathParams, Problem, Reader},
};

/// How often the row is looked at.
const EVERY: Duration = Duration::from_secs(1);
/// After so many looks the browser asks again, so that rights are looked at again, and that a portal
/// that stops isn't kept waiting.
const LOOKS: u32 = 15;

/// What a stream of events keeps between two looks.
struct Look {
    f: Frame,
    school: uuid::Uuid,
    job: ::jobs::JobId,
    count: u32,
    last: String,
}

/// Events `progress` (done, total and the sentence, a line each) while the job runs, and `over` once.
pub async fn events(
    of: CounsellorOf,
    PathParams(JobPath { job }): PathParams<JobPath>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let school = of.school_id().0;
    ::jobs::find(portal.read(), school, job).await?.ok_or(Problem::NotFound)?;
    let f = frame::in_school(&portal, reader, &of, Place::Jobs);
    let look = Look { f, school, job, count: 0, last: String::new() };
    Ok(Sse::new(stream::unfold(Some(look), async |look| {
        let (event, next) = next(look?).await?;
        Some((Ok(event), next))
    })))
}

/// The next event that says something new, and what goes on after it.
async fn next(mut look: Look) -> Option<(Event, Option<Look>)> {
    while look.count < LOOKS {
        if look.count > 0 {
            tokio::time::sleep(EVERY).await;
        }
        look.count += 1;
        let portal = look.f.portal.clone();
        let job = ::jobs::find(portal.read(), look.school, look.job).await.ok()??;
        if job.state.is_over() {
            return Some((Event::default().event("over").data("over"), None));
        }
        let said = told::progress(&look.f, &job, portal.clock.now());
        let data = format!("{}\n{}\n{said}", job.done, job.total);
        if data != look.last {
            look.last.clone_from(&data);
            return Some((Event::default().event("progress").data(data), Some(look)));
        }
    }
    None
}
