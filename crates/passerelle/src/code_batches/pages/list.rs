use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};
use serde::Deserialize;

use super::batch::told;
use crate::{
    code_batches::store,
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
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
    what: String,
    made_at: i64,
    made_by: String,
    codes: i64,
    used: i64,
    unused: i64,
}

#[derive(Template)]
#[template(path = "code_batches/pages/list.html")]
struct ListPage {
    f: Frame,
    hub: String,
    new: String,
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

/// The batches of the school, newest first.
pub async fn show(
    of: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(query): Query<ListQuery>,
) -> Result<Response, Problem> {
    let asked = Page::of_25(query.page.parse().ok());
    let batches = store::page(portal.read(), of.school_id(), asked).await?;
    let f = frame::in_school(&portal, reader, &of, Place::Accounts);
    let mut rows = Vec::with_capacity(batches.rows.len());
    for batch in batches.rows {
        let figures = store::figures(portal.read(), batch.id, portal.clock.now()).await?;
        rows.push(Row {
            href: of.href(&format!("codes/batches/{}", batch.id)),
            what: told(&f, &batch),
            made_at: batch.made_at,
            made_by: batch.made_by,
            codes: figures.codes,
            used: figures.used,
            unused: figures.unused,
        });
    }
    let found = PageOf { rows, page: batches.page, total: batches.total };
    let shown = ListPage {
        hub: of.href("accounts"),
        new: of.href("codes/new"),
        here: of.href("codes/batches"),
        pages: found.links(),
        found,
        f,
    };
    page(&shown.f, &shown)
}
