mod cancel;
mod list;
mod live;
mod show;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff/{school}/jobs", list::show)
        .get("/staff/{school}/jobs/{job}", show::show)
        .get("/staff/{school}/jobs/{job}/events", live::events)
        .post("/staff/{school}/jobs/{job}/cancel", cancel::cancel)
        .post("/staff/{school}/jobs/{job}/retry", cancel::retry)
}

/// The job that an address names; what isn't an id is no job.
#[derive(serde::Deserialize)]
pub struct JobPath {
    pub job: ::jobs::JobId,
}
