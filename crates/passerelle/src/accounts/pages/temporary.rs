//! A temporary password for a student who forgot theirs: asked, made, shown once.

use askama::Template;
use axum::{extract::State, response::Response};

use crate::{
    accounts::{TemporaryRefusal, set_temporary_password, temporary_password::generate},
    act::Stop,
    credentials::{self, Holder},
    portal::Portal,
    random,
    sessions::Kind,
    staff::{
        RoleKind,
        frame::{self, Place},
    },
    students::{Student, StudentOf, grouped_number},
    web::{Frame, Problem, Reader, page},
};

#[derive(Template)]
#[template(path = "accounts/pages/temporary.html")]
struct TemporaryPage {
    f: Frame,
    in_error: bool,
    student: Student,
    number: String,
    here: String,
    home: String,
    grade_href: String,
    /// What the student signs in with; empty where the roster gave nothing.
    username: String,
    /// The password just made: it stands in this one answer and nowhere else.
    made: Option<String>,
    /// Somebody else made one at this very moment.
    changed_meanwhile: bool,
    is_administrator: bool,
}

impl TemporaryPage {
    fn new(portal: &Portal, reader: Reader, of: &StudentOf, holder: &Holder) -> Self {
        Self {
            f: frame::in_school(portal, reader, &of.counsellor, Place::Students),
            in_error: false,
            number: grouped_number(&of.student.number),
            home: of.counsellor.href("students"),
            grade_href: of.counsellor.href(&format!("students?grade={}", of.student.grade)),
            here: of.href(""),
            username: holder.name_key.clone().unwrap_or_default(),
            made: None,
            changed_meanwhile: false,
            is_administrator: of.counsellor.role() >= RoleKind::SchoolAdministrator,
            student: of.student.clone(),
        }
    }
}

async fn holder_of(portal: &Portal, of: &StudentOf) -> Result<Holder, Problem> {
    credentials::of(portal.read(), Kind::Student, of.student.id.0).await?.ok_or(Problem::NotFound)
}

/// Asks.
pub async fn show(of: StudentOf, State(portal): State<Portal>, reader: Reader) -> Result<Response, Problem> {
    let holder = holder_of(&portal, &of).await?;
    let shown = TemporaryPage::new(&portal, reader, &of, &holder);
    page(&shown.f, &shown)
}

/// Makes one and shows it in the answer itself: no cookie and no address ever holds it. Sent twice, the
/// later answer is the one that works, or says that it isn't.
pub async fn submit(
    of: StudentOf,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let holder = holder_of(&portal, &of).await?;
    let mut shown = TemporaryPage::new(&portal, reader, &of, &holder);
    if shown.username.is_empty() {
        return page(&shown.f, &shown);
    }
    let (now, mut random) = (portal.clock.now(), random::system());
    let password = generate(&mut random);
    let hash = portal.passwords.hash(password.clone()).await?;
    let (school, by) = (of.counsellor.school_id(), of.counsellor.actor());
    let tx = portal.begin().await?;
    match set_temporary_password(&tx, &holder, school, &hash, &by, now, &mut random).await {
        Ok(()) => {
            tx.commit().await?;
            shown.made = Some(password);
        }
        Err(Stop::Refused(TemporaryRefusal::ChangedMeanwhile)) => shown.changed_meanwhile = true,
        Err(Stop::Broken(failure)) => return Err(failure.into()),
    }
    page(&shown.f, &shown)
}
