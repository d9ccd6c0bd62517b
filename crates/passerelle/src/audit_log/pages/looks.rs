//! « Qui a consulté ces renseignements »: what the school's staff looked at and did about a student.

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    audit_log::{
        shown,
        store::{self, StudentEvent},
    },
    guardians,
    guardianships::GuardianOf,
    portal::Portal,
    students::{self, Myself, StudentId},
    web::{Face, Frame, Problem, Query, Reader, page},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    page: String,
}

#[derive(Template)]
#[template(path = "audit_log/pages/looks.html")]
struct LooksPage {
    f: Frame,
    in_error: bool,
    back: String,
    back_to: String,
    here: String,
    /// Who reads it.
    reader: Uuid,
    found: PageOf<StudentEvent>,
}

impl LooksPage {
    fn what(&self, row: &StudentEvent) -> String {
        self.f.say(shown::key(&row.event))
    }

    /// Staff by name; the reader as « vous »; another guardian by name to the student alone.
    fn who(&self, row: &StudentEvent) -> String {
        if row.actor_id == Some(self.reader) {
            return self.f.say("audit-log-who-you");
        }
        match row.actor_kind.as_str() {
            "staff" => row.staff.clone().unwrap_or_else(|| self.f.say("audit-log-who-staff")),
            "guardian" => {
                let named = row.guardian.clone().filter(|name| !name.is_empty());
                let named = named.filter(|_| self.f.face == Face::Student);
                named.unwrap_or_else(|| self.f.say("audit-log-who-other-guardian"))
            }
            "student" => self.f.say("audit-log-who-student"),
            "operator" => self.f.say("audit-log-who-operator"),
            _ => self.f.say("audit-log-who-stranger"),
        }
    }

    fn next(&self) -> Option<i64> {
        (self.found.page.number < self.found.pages()).then_some(self.found.page.number + 1)
    }

    fn previous(&self) -> Option<i64> {
        (self.found.page.number > 1).then_some(self.found.page.number - 1)
    }
}

async fn found(portal: &Portal, student: StudentId, asked: &Asked) -> Result<PageOf<StudentEvent>, Problem> {
    let at = Page::of_25(asked.page.parse().ok());
    let rows = store::of_student(portal.read(), student, at).await?;
    let total = store::count_of_student(portal.read(), student).await?;
    Ok(PageOf { rows, page: at, total })
}

/// For a guardian, about one of their children.
pub async fn of_child(
    of: GuardianOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let found = found(&portal, of.child.id, &asked).await?;
    let back = format!("/parent/children/{}", of.child.id);
    let shown = LooksPage {
        in_error: false,
        here: format!("{back}/access-log"),
        back,
        back_to: of.child.name(),
        reader: of.guardian.id().0,
        found,
        f: guardians::frame::of_guardian(&portal, reader, &of.guardian, guardians::frame::Place::Children),
    };
    page(&shown.f, &shown)
}

/// For a student, about themselves.
pub async fn of_myself(
    myself: Myself,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let found = found(&portal, myself.0.id, &asked).await?;
    let f = students::frame::of_student(&portal, reader, &myself, true);
    let shown = LooksPage {
        in_error: false,
        here: "/student/access-log".to_owned(),
        back: "/student".to_owned(),
        back_to: f.say("homes-nav-home"),
        reader: myself.0.id.0,
        found,
        f,
    };
    page(&shown.f, &shown)
}
