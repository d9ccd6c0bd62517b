use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};

use crate::{
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    student_filters::{
        Asked, Chip, Criteria, Fields, KnownChoices, choices,
        store::{self, Row},
    },
    students::grouped_number,
    web::{Frame, Problem, Query, Reader, Routes, flash, page},
};

/// The routes of this slice.
pub fn routes() -> Routes {
    let known = Arc::new(KnownChoices::default());
    let search =
        move |counsellor, state, reader, query| show(known.clone(), counsellor, state, reader, query);
    Routes::new().get("/staff/{school}/students", search).get("/staff/{school}/students/{student}", open)
}

#[derive(Template)]
#[template(path = "student_search/page.html")]
struct SearchPage {
    f: Frame,
    in_error: bool,
    here: String,
    chips: Vec<Chip>,
    fields: Fields,
    found: PageOf<Row>,
    pages: Vec<Option<i64>>,
}

impl SearchPage {
    fn total_key(&self) -> &'static str {
        "student-search-total"
    }

    fn number(&self, number: &str) -> String {
        grouped_number(number)
    }

    fn name(&self, row: &Row) -> String {
        format!("{} {}", row.given_name, row.family_name)
    }

    fn page_href(&self, page: impl std::borrow::Borrow<i64>) -> String {
        let page = *page.borrow();
        let mut asked = self.fields.asked.clone();
        asked.page = if page > 1 { page.to_string() } else { String::new() };
        asked.address(&self.here)
    }

    fn has_next(&self) -> bool {
        self.found.page.number < self.found.pages()
    }
}

/// The search, or a page of its answer.
async fn show(
    known: Arc<KnownChoices>,
    counsellor: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let criteria = Criteria::of(&asked);
    let asked_page = Page::of_25(asked.page.parse().ok());
    let found =
        store::page(portal.read(), counsellor.school_id(), &criteria, asked_page, portal.clock.now()).await?;
    let choices = choices(&known, &portal, counsellor.school()).await?;
    let f = frame::in_school(&portal, reader, &counsellor, Place::Students);
    let here = counsellor.href("students");
    let fields = Fields::new(&f, &choices, asked);
    let shown = SearchPage {
        in_error: false,
        chips: fields.chips(&f, &here),
        here,
        fields,
        pages: found.links(),
        found,
        f,
    };
    page(&shown.f, &shown)
}

/// A student's own address leads to the page there is of them.
async fn open(of: crate::students::StudentOf) -> Result<Response, Problem> {
    Ok(flash::redirect(&of.href("access")))
}
