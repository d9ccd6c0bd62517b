//! « Registre »: what happened at a school, for its administrators.

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};

use crate::{
    audit,
    audit_log::{
        criteria::{Asked, Criteria},
        events::AuditExported,
        shown,
        store::{self, SchoolEvent},
    },
    portal::Portal,
    random,
    staff::{
        AdministratorOf,
        frame::{self, Place},
    },
    student_search::page_links,
    web::{Frame, Problem, Query, Reader, csv::Csv, page},
};

/// How many rows of the file are read at once, and how many times: none has more than 100,000.
const CHUNK: i64 = 1_000;
const MOST_CHUNKS: i64 = 100;

struct Kind {
    name: &'static str,
    said: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "audit_log/pages/school.html")]
struct SchoolPage {
    f: Frame,
    in_error: bool,
    here: String,
    students_href: String,
    download: String,
    asked: Asked,
    narrows: bool,
    kinds: Vec<Kind>,
    found: PageOf<SchoolEvent>,
    pages: Vec<Option<i64>>,
}

impl SchoolPage {
    fn page_href(&self, page: impl std::borrow::Borrow<i64>) -> String {
        let page = *page.borrow();
        let mut asked = self.asked.clone();
        asked.page = if page > 1 { page.to_string() } else { String::new() };
        asked.address(&self.here)
    }

    fn has_next(&self) -> bool {
        self.found.page.number < self.found.pages()
    }

    fn what(&self, row: &SchoolEvent) -> String {
        self.f.say(shown::key(&row.event))
    }

    fn who(&self, row: &SchoolEvent) -> String {
        who(&self.f, row)
    }
}

/// Who did it, as this school may read it.
fn who(f: &Frame, row: &SchoolEvent) -> String {
    let unnamed = match row.actor_kind.as_str() {
        "staff" => "audit-log-who-staff",
        "guardian" => "audit-log-who-guardian",
        "student" => "audit-log-who-student",
        "operator" => "audit-log-who-operator",
        _ => "audit-log-who-stranger",
    };
    let named = if row.actor_kind == "guardian" { row.guardian.clone() } else { row.actor.clone() };
    named.unwrap_or_else(|| f.say(unnamed))
}

/// One page of the school's events.
pub async fn show(
    of: AdministratorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let criteria = Criteria::of(&asked, &portal.zone);
    let at = Page::of_25(asked.page.parse().ok());
    let rows = store::of_school(portal.read(), of.school_id(), &criteria, at).await?;
    let total = store::count_of_school(portal.read(), of.school_id(), &criteria).await?;
    let f = frame::in_school(&portal, reader, &of, Place::Audit);
    let mut whole = asked.clone();
    whole.page.clear();
    let kind = |name| Kind { name, said: f.say(shown::key(name)), chosen: asked.event == name };
    let mut kinds: Vec<Kind> = shown::told().map(kind).collect();
    kinds.sort_by_key(|kind| wording::names::fold(&kind.said));
    let found = PageOf { rows, page: at, total };
    let shown = SchoolPage {
        in_error: false,
        here: of.href("audit"),
        students_href: of.href("students"),
        download: whole.address(&of.href("audit.csv")),
        narrows: criteria.narrows(),
        kinds,
        pages: page_links(found.page.number, found.pages()),
        found,
        asked,
        f,
    };
    page(&shown.f, &shown)
}

/// The headings, in the file's order.
const HEADINGS: [&str; 6] = [
    "audit-log-when",
    "audit-log-who",
    "audit-log-what",
    "audit-log-student",
    "audit-log-address",
    "audit-log-event-name",
];

/// The list as a file; that it leaves the portal is written down.
pub async fn download(
    of: AdministratorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (criteria, now) = (Criteria::of(&asked, &portal.zone), portal.clock.now());
    let f = frame::in_school(&portal, reader, &of, Place::Audit);
    let mut csv = Csv::with_headings(&HEADINGS.map(|key| f.say(key)));
    let mut rows = 0;
    for number in 1..=MOST_CHUNKS {
        let chunk =
            store::of_school(portal.read(), of.school_id(), &criteria, Page { number, size: CHUNK }).await?;
        rows += chunk.len();
        for row in &chunk {
            let instant = jiff::Timestamp::from_millisecond(row.at);
            let at = instant.map(|at| portal.zone.to_datetime(at).strftime("%Y-%m-%d %H:%M:%S").to_string());
            csv.row(&[
                at.unwrap_or_default(),
                who(&f, row),
                f.say(shown::key(&row.event)),
                row.student.clone().unwrap_or_default(),
                row.address.clone(),
                row.event.clone(),
            ]);
        }
        if i64::try_from(chunk.len()).unwrap_or(CHUNK) < CHUNK {
            break;
        }
    }
    let event = AuditExported { school: of.school_id(), rows };
    audit::record(portal.database.writer(), &event, &of.actor(), now, &mut random::system()).await?;
    csv.download(&format!("registre-{}.csv", of.school().short_name))
}
