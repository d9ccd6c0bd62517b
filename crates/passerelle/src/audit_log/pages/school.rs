//! « Registre »: what was done at a school, newest first.

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};

use super::told;
use crate::{
    audit::store::{self, SchoolEvent},
    audit_log::{
        criteria::{Asked, day},
        known::Kind,
    },
    portal::Portal,
    staff::{
        AdministratorOf,
        frame::{self, Place},
    },
    web::{Frame, Problem, Query, Reader, page},
};

/// A choice of the filter.
struct KindOption {
    value: &'static str,
    name: String,
    chosen: bool,
}

/// A filter that is on: what it says, and the address without it.
struct Chip {
    name: String,
    without: String,
}

#[derive(Template)]
#[template(path = "audit_log/pages/school.html")]
struct SchoolPage {
    f: Frame,
    in_error: bool,
    school: String,
    here: String,
    students_href: String,
    asked: Asked,
    kinds: Vec<KindOption>,
    chips: Vec<Chip>,
    found: PageOf<SchoolEvent>,
    pages: Vec<Option<i64>>,
}

impl SchoolPage {
    fn told(&self, row: &SchoolEvent) -> String {
        told::event(&self.f, &row.event, &row.details)
    }

    fn actor(&self, row: &SchoolEvent) -> String {
        told::actor(&self.f, row)
    }

    fn file_href(&self) -> String {
        self.asked.address(&format!("{}.csv", self.here))
    }

    fn page_href(&self, page: impl std::borrow::Borrow<i64>) -> String {
        let page = *page.borrow();
        let page = if page > 1 { page.to_string() } else { String::new() };
        Asked { page, ..self.asked.clone() }.address(&self.here)
    }

    fn has_next(&self) -> bool {
        self.found.page.number < self.found.pages()
    }
}

pub async fn show(
    of: AdministratorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let asked_page = Page::of_25(asked.page.parse().ok());
    let asked = Asked { page: String::new(), ..asked.sound() };
    let criteria = asked.criteria(portal.read(), of.school_id().0, &portal.zone).await?;
    let found = store::page(portal.read(), of.school_id().0, &criteria, asked_page).await?;
    let f = frame::in_school(&portal, reader, &of, Place::Audit);
    let here = of.href("audit");
    let kind = |kind: Kind| KindOption {
        value: kind.name(),
        name: f.say(format!("audit-log-kind-{}", kind.name())),
        chosen: kind.name() == asked.kind,
    };
    let shown = SchoolPage {
        in_error: false,
        school: of.school().name.clone(),
        students_href: of.href("students"),
        kinds: Kind::ALL.map(kind).into(),
        chips: chips(&f, &here, &asked),
        pages: found.links(),
        here,
        asked,
        found,
        f,
    };
    page(&shown.f, &shown)
}

/// What narrows the list, each with the way to drop it.
fn chips(f: &Frame, here: &str, asked: &Asked) -> Vec<Chip> {
    let without = |forget: fn(&mut Asked)| {
        let mut rest = asked.clone();
        forget(&mut rest);
        rest.address(here)
    };
    let mut chips = Vec::new();
    if let Some(kind) = Kind::parse(&asked.kind) {
        let name = f.say(format!("audit-log-kind-{}", kind.name()));
        chips.push(Chip { name, without: without(|asked| asked.kind.clear()) });
    }
    if !asked.q.is_empty() {
        chips.push(Chip { name: asked.q.clone(), without: without(|asked| asked.q.clear()) });
    }
    let date = |date| f.portal.catalogue.day(f.language, date);
    if let Some(from) = day(&asked.from) {
        let name = f.say1("audit-log-from-day", "day", date(from));
        chips.push(Chip { name, without: without(|asked| asked.from.clear()) });
    }
    if let Some(to) = day(&asked.to) {
        let name = f.say1("audit-log-to-day", "day", date(to));
        chips.push(Chip { name, without: without(|asked| asked.to.clear()) });
    }
    chips
}
