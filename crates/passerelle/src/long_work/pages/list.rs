use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    long_work::told,
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
        store as staff,
    },
    web::{Frame, Problem, Query, Reader, page},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    page: String,
}

struct Row {
    href: String,
    title: String,
    said: String,
    by: String,
    made_at: i64,
    state_key: &'static str,
    state_look: &'static str,
}

#[derive(Template)]
#[template(path = "long_work/pages/list.html")]
struct ListPage {
    f: Frame,
    here: String,
    found: PageOf<Row>,
    pages: Vec<Option<i64>>,
}

impl ListPage {
    fn page_href(&self, page: impl std::borrow::Borrow<i64>) -> String {
        format!("{}?page={}", self.here, page.borrow())
    }

    fn has_next(&self) -> bool {
        self.found.page.number < self.found.pages()
    }
}

/// The school's jobs, newest first.
pub async fn show(
    of: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(query): Query<ListQuery>,
) -> Result<Response, Problem> {
    let asked = Page::of_25(query.page.parse().ok());
    let jobs = ::jobs::page(portal.read(), of.school_id().0, asked).await?;
    let f = frame::in_school(&portal, reader, &of, Place::Jobs);
    let makers: Vec<Uuid> = jobs.rows.iter().filter_map(|job| job.made_by).collect();
    let names = staff::names_of(portal.read(), &makers).await?;
    let now = portal.clock.now();
    let rows = jobs.rows.iter().map(|job| Row {
        href: of.href(&format!("jobs/{}", job.id)),
        title: told::title(&f, job),
        said: if job.state.is_over() { String::new() } else { told::progress(&f, job, now) },
        by: job.made_by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(),
        made_at: job.made_at,
        state_key: told::state_key(job.state),
        state_look: told::state_look(job.state),
    });
    let found = PageOf { rows: rows.collect(), page: jobs.page, total: jobs.total };
    let shown = ListPage { here: of.href("jobs"), pages: found.links(), found, f };
    page(&shown.f, &shown)
}
