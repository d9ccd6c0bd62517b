//! « Données d'accès du Portfolio du Parent/Gardien »: a row per account and student here.

use std::{collections::HashSet, sync::Arc};

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};

use super::filter::{Chip, FilterOption, address};
use crate::{
    access_data::{
        criteria::{Asked, Column, Criteria, EmailState, How},
        store::accounts::{self, Row},
    },
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    student_filters::{KnownChoices, choices},
    web::{Frame, Problem, Query, Reader, page},
};

/// A heading that sorts: its key, where it leads, and `aria-sort` where the list is sorted by it.
struct Heading {
    key: &'static str,
    href: String,
    direction: Option<&'static str>,
}

impl Heading {
    fn arrow(&self) -> &'static str {
        match self.direction {
            Some("descending") => "↓",
            Some(_) => "↑",
            None => "",
        }
    }
}

#[derive(Template)]
#[template(path = "access_data/pages/list.html")]
struct ListPage {
    f: Frame,
    in_error: bool,
    hub: String,
    here: String,
    download: String,
    students_href: String,
    asked: Asked,
    narrows: bool,
    grades: Vec<FilterOption>,
    homerooms: Vec<FilterOption>,
    hows: Vec<FilterOption>,
    emails: Vec<FilterOption>,
    chips: Vec<Chip>,
    headings: Vec<Heading>,
    found: PageOf<Row>,
    accounts: i64,
    refused: HashSet<String>,
    pages: Vec<Option<i64>>,
}

impl ListPage {
    fn page_href(&self, page: impl std::borrow::Borrow<i64>) -> String {
        let page = *page.borrow();
        let mut asked = self.asked.clone();
        asked.page = if page > 1 { page.to_string() } else { String::new() };
        address(&self.here, &asked.pairs())
    }

    fn has_next(&self) -> bool {
        self.found.page.number < self.found.pages()
    }

    fn is_refused(&self, row: &Row) -> bool {
        row.email_state(&self.refused) == EmailState::Refused
    }

    fn how(&self, row: &Row) -> String {
        How::parse(&row.channel).map(|how| self.f.say(how.key())).unwrap_or_default()
    }
}

/// One page of the list.
pub async fn show(
    known: Arc<KnownChoices>,
    counsellor: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (school, criteria) = (counsellor.school_id(), Criteria::of(&asked));
    let asked_page = Page::of_25(asked.page.parse().ok());
    let rows = accounts::rows(portal.read(), school, &criteria, asked_page).await?;
    let totals = accounts::totals(portal.read(), school, &criteria).await?;
    let refused = accounts::refused(portal.read(), &rows).await?;
    let choices = choices(&known, &portal, counsellor.school()).await?;
    let f = frame::in_school(&portal, reader, &counsellor, Place::Accounts);
    let here = counsellor.href("accounts/access-data");
    let found = PageOf { rows, page: asked_page, total: totals.links };
    let mut shown = ListPage {
        in_error: false,
        hub: counsellor.href("accounts"),
        download: download(&counsellor.href("accounts/access-data.csv"), &asked),
        students_href: counsellor.href("students"),
        narrows: criteria.narrows(),
        grades: choices
            .grades
            .iter()
            .map(|grade| FilterOption::new(grade, f.grade(grade), &asked.grade))
            .collect(),
        homerooms: choices
            .homerooms
            .iter()
            .map(|name| FilterOption::new(name, name.clone(), &asked.homeroom))
            .collect(),
        hows: How::ALL.map(|how| FilterOption::new(how.name(), f.say(how.key()), &asked.how)).into(),
        emails: EmailState::ALL
            .map(|state| FilterOption::new(state.name(), f.say(state.key()), &asked.email))
            .into(),
        chips: Vec::new(),
        headings: headings(&here, &asked, &criteria),
        pages: found.links(),
        accounts: totals.accounts,
        found,
        refused,
        here,
        asked,
        f,
    };
    shown.chips = chips(&shown, &criteria);
    page(&shown.f, &shown)
}

/// The file has all pages.
fn download(here: &str, asked: &Asked) -> String {
    let mut whole = asked.clone();
    whole.page.clear();
    address(here, &whole.pairs())
}

fn headings(here: &str, asked: &Asked, criteria: &Criteria) -> Vec<Heading> {
    let heading = |column: Column| {
        let mut sorted = asked.clone();
        sorted.page.clear();
        sorted.sort = criteria.sort.by(column);
        Heading {
            key: column.key(),
            href: address(here, &sorted.pairs()),
            direction: criteria.sort.direction(column),
        }
    };
    Column::ALL.map(heading).into()
}

fn chips(shown: &ListPage, criteria: &Criteria) -> Vec<Chip> {
    let asked = &shown.asked;
    let chip = |name: String, forget: fn(&mut Asked)| {
        let mut rest = asked.clone();
        rest.page.clear();
        forget(&mut rest);
        Chip { name, without: address(&shown.here, &rest.pairs()) }
    };
    let grade = criteria.grade.as_ref().map(|grade| chip(shown.f.grade(grade), |asked| asked.grade.clear()));
    let homeroom = criteria.homeroom.clone().map(|name| chip(name, |asked| asked.homeroom.clear()));
    let how = criteria.how.map(|how| chip(shown.f.say(how.key()), |asked| asked.how.clear()));
    let email =
        criteria.email.map(|state| chip(shown.f.say(state.said_alone()), |asked| asked.email.clear()));
    [grade, homeroom, how, email].into_iter().flatten().collect()
}
