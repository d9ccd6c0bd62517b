//! « Historique »: who changed which option, when, from what to what.

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};
use serde::Deserialize;

use crate::{
    options::{
        list::{self, OFF, ON},
        store::{self, Change},
    },
    portal::Portal,
    staff::{
        AdministratorOf,
        frame::{self, Place},
    },
    web::{Frame, Problem, Query, Reader, page},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    page: String,
}

/// A change in the reader's words.
struct ChangeRow {
    at: i64,
    option: String,
    before: String,
    after: String,
    made_by: String,
}

#[derive(Template)]
#[template(path = "options/pages/history.html")]
struct HistoryPage {
    f: Frame,
    in_error: bool,
    home: String,
    here: String,
    rows: Vec<ChangeRow>,
    found: PageOf<()>,
}

impl HistoryPage {
    /// The pages to link: this one and its neighbours.
    fn pages(&self) -> Vec<i64> {
        let (number, last) = (self.found.page.number, self.found.pages());
        (number - 1..=number + 1).filter(|page| (1..=last).contains(page)).collect()
    }

    fn is_here(&self, page: &i64) -> bool {
        *page == self.found.page.number
    }
}

/// A page of the changes, newest first.
pub async fn show(
    of: AdministratorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let asked_page = Page::of_25(asked.page.parse().ok());
    let PageOf { rows, page: at, total } = store::changes(portal.read(), of.school_id(), asked_page).await?;
    let f = frame::in_school(&portal, reader, &of, Place::Options);
    let shown = HistoryPage {
        in_error: false,
        home: of.href("options"),
        here: of.href("options/history"),
        found: PageOf { rows: vec![(); rows.len()], page: at, total },
        rows: rows.into_iter().map(|change| told(&f, change)).collect(),
        f,
    };
    page(&shown.f, &shown)
}

/// A change as a row tells it: its event's details in words.
fn told(f: &Frame, change: Change) -> ChangeRow {
    let detail = |name: &str| {
        let mut pairs = change.details.split(' ').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
    };
    let value = |value: String| match value.as_str() {
        ON => f.say("options-on"),
        OFF => f.say("options-off"),
        _ => value,
    };
    let name = detail("option").unwrap_or_default();
    let option = match list::find(&name) {
        Some(option) => f.say(option.key()),
        None if change.event == "logo-changed" => f.say("options-logo"),
        None => name,
    };
    let after = match detail("to") {
        Some(to) => value(to),
        None if change.details == "removed" => f.say("options-change-removed"),
        None => f.say("options-change-untold"),
    };
    ChangeRow {
        at: change.at,
        option,
        before: detail("from").map(value).unwrap_or_default(),
        after,
        made_by: change.made_by.unwrap_or_default(),
    }
}
