use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};

use super::{
    choices::{KnownChoices, choices},
    criteria::{Asked, Criteria},
    store::{self, Row},
};
use crate::{
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
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

/// A choice of a filter: its value, what it is called, whether it is chosen.
struct FilterOption {
    value: String,
    name: String,
    chosen: bool,
}

/// A filter that is on: what it says, and the address without it.
struct Chip {
    name: String,
    without: String,
}

#[derive(Template)]
#[template(path = "student_search/page.html")]
struct SearchPage {
    f: Frame,
    in_error: bool,
    here: String,
    asked: Asked,
    grades: Vec<FilterOption>,
    homerooms: Vec<FilterOption>,
    counsellors: Vec<FilterOption>,
    chips: Vec<Chip>,
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
        let mut asked = self.asked.clone();
        asked.page = if page > 1 { page.to_string() } else { String::new() };
        address(&self.here, &asked)
    }

    fn has_next(&self) -> bool {
        self.found.page.number < self.found.pages()
    }

    fn option(&self, value: &str, asked: &str) -> bool {
        value == asked
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
    let option =
        |value: String, name: String, asked: &str| FilterOption { chosen: value == asked, value, name };
    let grades =
        choices.grades.iter().map(|grade| option(grade.clone(), f.grade(grade), &asked.grade)).collect();
    let homerooms =
        choices.homerooms.iter().map(|name| option(name.clone(), name.clone(), &asked.homeroom)).collect();
    let counsellors = choices
        .counsellors
        .iter()
        .map(|(id, name)| option(id.to_string(), name.clone(), &asked.counsellor))
        .collect();
    let pages = found.links();
    let mut shown = SearchPage {
        in_error: false,
        here,
        asked,
        grades,
        homerooms,
        counsellors,
        chips: Vec::new(),
        pages,
        found,
        f,
    };
    shown.chips = chips(&shown, &criteria);
    page(&shown.f, &shown)
}

/// A student's own address leads to the page there is of them.
async fn open(of: crate::students::StudentOf) -> Result<Response, Problem> {
    Ok(flash::redirect(&of.href("access")))
}

fn chips(shown: &SearchPage, criteria: &Criteria) -> Vec<Chip> {
    let chosen = |options: &[FilterOption], value: &str| {
        options
            .iter()
            .find(|option| option.chosen)
            .map_or_else(|| value.to_owned(), |option| option.name.clone())
    };
    let asked = &shown.asked;
    let without = |forget: fn(&mut Asked)| {
        let mut rest = asked.clone();
        rest.page.clear();
        forget(&mut rest);
        address(&shown.here, &rest)
    };
    let mut chips = Vec::new();
    if criteria.grade.is_some() {
        chips.push(Chip { name: shown.f.grade(&asked.grade), without: without(|asked| asked.grade.clear()) });
    }
    if criteria.homeroom.is_some() {
        chips.push(Chip {
            name: chosen(&shown.homerooms, &asked.homeroom),
            without: without(|asked| asked.homeroom.clear()),
        });
    }
    if criteria.counsellor.is_some() {
        chips.push(Chip {
            name: chosen(&shown.counsellors, ""),
            without: without(|asked| asked.counsellor.clear()),
        });
    }
    if criteria.accounts.is_some() {
        chips.push(Chip {
            name: shown.f.say(format!("student-search-accounts-{}", asked.accounts)),
            without: without(|asked| asked.accounts.clear()),
        });
    }
    if criteria.codes.is_some() {
        chips.push(Chip {
            name: shown.f.say(format!("student-search-codes-{}", asked.codes)),
            without: without(|asked| asked.codes.clear()),
        });
    }
    chips
}

/// The address of a search, without its empty parts.
fn address(here: &str, asked: &Asked) -> String {
    let parts = [
        ("q", &asked.q),
        ("grade", &asked.grade),
        ("homeroom", &asked.homeroom),
        ("counsellor", &asked.counsellor),
        ("accounts", &asked.accounts),
        ("codes", &asked.codes),
        ("page", &asked.page),
    ];
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    let query = query.finish();
    if query.is_empty() { here.to_owned() } else { format!("{here}?{query}") }
}
