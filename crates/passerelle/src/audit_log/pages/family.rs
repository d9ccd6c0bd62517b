//! « Qui a consulté ces renseignements »: what was done with a student's data, as the family reads it.

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};
use serde::Deserialize;
use uuid::Uuid;

use super::told;
use crate::{
    audit::store::{self, FamilyEvent},
    audit_log::known,
    guardians::{self, frame::Place},
    guardianships::GuardianOf,
    portal::Portal,
    sessions::Kind,
    staff::RoleKind,
    students::{self, Myself},
    web::{Frame, Problem, Query, Reader, page},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    page: String,
}

/// Who reads: what they may be told of others hangs on it.
struct Viewer {
    kind: Kind,
    id: Uuid,
}

/// A row in the reader's words.
struct Told {
    at: i64,
    who: String,
    role: Option<&'static str>,
    what: String,
}

#[derive(Template)]
#[template(path = "audit_log/pages/family.html")]
struct FamilyPage {
    f: Frame,
    in_error: bool,
    here: String,
    back: String,
    /// Whose data it is; the child's name for a guardian.
    student: String,
    rows: Vec<Told>,
    found: PageOf<()>,
    pages: Vec<Option<i64>>,
}

impl FamilyPage {
    fn page_href(&self, page: impl std::borrow::Borrow<i64>) -> String {
        match *page.borrow() {
            page if page > 1 => format!("{}?page={page}", self.here),
            _ => self.here.clone(),
        }
    }

    fn has_next(&self) -> bool {
        self.found.page.number < self.found.pages()
    }
}

/// For a guardian of the child.
pub async fn of_child(
    of: GuardianOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let viewer = Viewer { kind: Kind::Guardian, id: of.guardian.id().0 };
    let f = guardians::frame::of_guardian(&portal, reader, &of.guardian, Place::Children);
    let back = format!("/parent/children/{}", of.child.id);
    let here = format!("{back}/access-log");
    show(&portal, f, &viewer, of.child.id.0, &asked, (here, back, of.child.name())).await
}

/// For the student.
pub async fn of_myself(
    myself: Myself,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let viewer = Viewer { kind: Kind::Student, id: myself.0.id.0 };
    let f = students::frame::of_student(&portal, reader, &myself, true);
    let name = format!("{} {}", myself.0.given_name, myself.0.family_name);
    let places = ("/student/access-log".to_owned(), "/student".to_owned(), name);
    show(&portal, f, &viewer, myself.0.id.0, &asked, places).await
}

async fn show(
    portal: &Portal,
    f: Frame,
    viewer: &Viewer,
    student: Uuid,
    asked: &Asked,
    (here, back, name): (String, String, String),
) -> Result<Response, Problem> {
    let asked_page = Page::of_25(asked.page.parse().ok());
    let events = store::of_student(portal.read(), student, &known::of_families(), asked_page).await?;
    let shown = FamilyPage {
        in_error: false,
        here,
        back,
        rows: events.rows.iter().map(|event| told(&f, viewer, event, &name)).collect(),
        found: PageOf { rows: vec![(); events.rows.len()], page: events.page, total: events.total },
        pages: events.links(),
        student: name,
        f,
    };
    page(&shown.f, &shown)
}

fn told(f: &Frame, viewer: &Viewer, event: &FamilyEvent, student: &str) -> Told {
    let words = known::find(&event.event).and_then(|known| known.family);
    let key = words.map_or_else(|| "audit-log-other".to_owned(), |words| format!("audit-log-told-{words}"));
    let role = event.role.as_deref().and_then(|role| role.parse::<RoleKind>().ok());
    Told {
        at: event.at,
        who: who(f, viewer, event, student),
        role: role.map(RoleKind::key),
        what: f.say1(key, "count", told::number(&event.details, "count")),
    }
}

/// Whoever did it: « vous »; the staff by name; another guardian by name for the student alone.
fn who(f: &Frame, viewer: &Viewer, event: &FamilyEvent, student: &str) -> String {
    let named = |name: &Option<String>| name.clone().filter(|name| !name.is_empty());
    if event.actor_kind == viewer.kind.name() && event.actor_id == Some(viewer.id) {
        return f.say("audit-log-you");
    }
    match event.actor_kind.as_str() {
        "staff" => named(&event.staff).unwrap_or_else(|| f.say("audit-log-a-member")),
        // Students change nothing but their own.
        "student" => student.to_owned(),
        "guardian" if viewer.kind == Kind::Student => {
            named(&event.guardian).unwrap_or_else(|| f.say("audit-log-a-guardian"))
        }
        "guardian" => f.say("audit-log-another-guardian"),
        "operator" => f.say("audit-log-whoever-runs"),
        kind => f.say(told::nobody(kind)),
    }
}
