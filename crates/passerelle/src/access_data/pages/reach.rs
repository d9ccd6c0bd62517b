//! The reach board: how many guardians students have, and, for those without, why and what is next.

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};
use serde::Deserialize;

use super::filter::{Chip, FilterOption, address};
use crate::{
    access_data::{
        criteria::choice,
        reason::Reason,
        store::reach::{self, Counted, Missing, Narrowed, Reached},
    },
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    web::{Frame, Problem, Query, Reader, page},
};

/// The form as the address holds it. What isn't a choice counts as none.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    reason: String,
    grade: String,
    homeroom: String,
    page: String,
}

impl Asked {
    fn pairs(&self) -> [(&'static str, &str); 4] {
        [("reason", &self.reason), ("grade", &self.grade), ("homeroom", &self.homeroom), ("page", &self.page)]
    }

    fn narrowed(&self) -> Narrowed {
        Narrowed {
            grade: choice(&self.grade).unwrap_or_default(),
            homeroom: choice(&self.homeroom).unwrap_or_default(),
            reason: Reason::parse(&self.reason).map_or_else(String::new, |reason| reason.name().to_owned()),
        }
    }
}

impl Reached {
    const fn more(&self) -> i64 {
        self.students - self.none - self.one
    }

    /// Where a part of the bar begins or ends, in percent: a tenth is fine enough.
    fn share(&self, of: impl std::borrow::Borrow<i64>) -> String {
        let mills = if self.students == 0 { 0 } else { *of.borrow() * 1000 / self.students };
        format!("{}.{}", mills / 10, mills % 10)
    }

    /// All of them in one row.
    fn all(rows: &[Self]) -> Self {
        let sum = |figure: fn(&Self) -> i64| rows.iter().map(figure).sum();
        Self {
            name: String::new(),
            students: sum(|row| row.students),
            none: sum(|row| row.none),
            one: sum(|row| row.one),
        }
    }
}

#[derive(Template)]
#[template(path = "access_data/pages/reach.html")]
struct ReachPage {
    f: Frame,
    in_error: bool,
    hub: String,
    here: String,
    students_href: String,
    all: Reached,
    by_grade: Vec<Reached>,
    by_homeroom: Vec<Reached>,
    asked: Asked,
    narrows: bool,
    reasons: Vec<FilterOption>,
    grades: Vec<FilterOption>,
    homerooms: Vec<FilterOption>,
    chips: Vec<Chip>,
    missing: PageOf<Missing>,
    pages: Vec<Option<i64>>,
}

impl ReachPage {
    fn page_href(&self, page: impl std::borrow::Borrow<i64>) -> String {
        let page = *page.borrow();
        let mut asked = self.asked.clone();
        asked.page = if page > 1 { page.to_string() } else { String::new() };
        format!("{}#missing", address(&self.here, &asked.pairs()))
    }

    fn has_next(&self) -> bool {
        self.missing.page.number < self.missing.pages()
    }

    fn name(&self, row: &Missing) -> String {
        format!("{} {}", row.given_name, row.family_name)
    }

    fn reason(&self, row: &Missing) -> Reason {
        Reason::parse(&row.reason).unwrap_or(Reason::NoCode)
    }

    /// Where the next step is taken.
    fn step_href(&self, row: &Missing) -> String {
        match self.reason(row) {
            Reason::ToConfirm => format!("{}/to-check", self.hub),
            _ => format!("{}/{}/access", self.students_href, row.id),
        }
    }
}

/// The board.
pub async fn show(
    counsellor: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (school, now, narrowed) = (counsellor.school_id(), portal.clock.now(), asked.narrowed());
    let mut by_grade = reach::by_grade(portal.read(), school).await?;
    by_grade.sort_by_key(|row| row.name.parse::<i64>().unwrap_or(i64::MAX));
    let by_homeroom = reach::by_homeroom(portal.read(), school).await?;
    let counted = reach::count_missing(portal.read(), school, &narrowed, now).await?;
    let asked_page = Page::of_25(asked.page.parse().ok());
    let rows = reach::page_of_missing(portal.read(), school, &narrowed, asked_page, now).await?;
    let wanted = |row: &&Counted| narrowed.reason.is_empty() || narrowed.reason == row.reason;
    let total = counted.iter().filter(wanted).map(|row| row.students).sum();
    let missing = PageOf { rows, page: asked_page, total };
    let f = frame::in_school(&portal, reader, &counsellor, Place::Accounts);
    let mut shown = ReachPage {
        in_error: false,
        hub: counsellor.href("accounts"),
        here: counsellor.href("accounts/reach"),
        students_href: counsellor.href("students"),
        all: Reached::all(&by_grade),
        narrows: [&narrowed.grade, &narrowed.homeroom, &narrowed.reason].iter().any(|part| !part.is_empty()),
        reasons: reasons(&f, &counted, &asked),
        grades: named(&by_grade).map(|name| FilterOption::new(name, f.grade(name), &asked.grade)).collect(),
        homerooms: named(&by_homeroom)
            .map(|name| FilterOption::new(name, name.to_owned(), &asked.homeroom))
            .collect(),
        chips: Vec::new(),
        pages: missing.links(),
        by_grade,
        by_homeroom,
        asked,
        missing,
        f,
    };
    shown.chips = chips(&shown, &narrowed);
    page(&shown.f, &shown)
}

/// The names that can be filtered by.
fn named(rows: &[Reached]) -> impl Iterator<Item = &str> {
    rows.iter().map(|row| row.name.as_str()).filter(|name| !name.is_empty())
}

/// The reasons with how many students each holds for.
fn reasons(f: &Frame, counted: &[Counted], asked: &Asked) -> Vec<FilterOption> {
    let option = |reason: Reason| {
        let count = counted.iter().find(|row| row.reason == reason.name()).map_or(0, |row| row.students);
        let name = f.say2("access-data-reach-option", "reason", f.say(reason.key()), "count", count);
        FilterOption::new(reason.name(), name, &asked.reason)
    };
    Reason::ALL.map(option).into()
}

fn chips(shown: &ReachPage, narrowed: &Narrowed) -> Vec<Chip> {
    let chip = |name: String, forget: fn(&mut Asked)| {
        let mut rest = shown.asked.clone();
        rest.page.clear();
        forget(&mut rest);
        Chip { name, without: format!("{}#missing", address(&shown.here, &rest.pairs())) }
    };
    let mut chips = Vec::new();
    if let Some(reason) = Reason::parse(&narrowed.reason) {
        chips.push(chip(shown.f.say(reason.key()), |asked| asked.reason.clear()));
    }
    if !narrowed.grade.is_empty() {
        chips.push(chip(shown.f.grade(&narrowed.grade), |asked| asked.grade.clear()));
    }
    if !narrowed.homeroom.is_empty() {
        chips.push(chip(narrowed.homeroom.clone(), |asked| asked.homeroom.clear()));
    }
    chips
}
