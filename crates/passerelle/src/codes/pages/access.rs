//! « Accès du parent/gardien »: a student's unused codes, their guardians, and new codes.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    act::Stop,
    audit,
    codes::{BatchId, CreateRefusal, NewCodes, UnusedCode, create, store},
    guardians::{GuardianId, masked},
    guardianships::{NEWS_MS, circle, link_requests, restrictions, store as guardianships},
    options,
    portal::Portal,
    random,
    staff::{
        RoleKind,
        frame::{self, Place},
    },
    students::{Student, StudentLooked, StudentOf, grouped_number},
    web::{FieldErrors, Form, Frame, Problem, Query, Reader, cookies, flash, page, refused},
};

/// The most codes that one form asks for; the school may allow fewer.
const MOST_AT_ONCE: i64 = 10;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AccessQuery {
    batch: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AccessForm {
    count: String,
    form_key: String,
}

/// A code as a row shows it.
struct CodeRow {
    code: UnusedCode,
    text: Option<String>,
    /// The address that the student's invitation mailed it to, masked.
    sent_to: Option<String>,
    is_new: bool,
    is_expired: bool,
}

struct GuardianRow {
    id: GuardianId,
    name: String,
    email: String,
    linked_at: i64,
    last_visit_at: i64,
    contested: bool,
}

#[derive(Template)]
#[template(path = "codes/pages/access.html")]
struct AccessPage {
    f: Frame,
    student: Student,
    number: String,
    home: String,
    grade_href: String,
    here: String,
    codes: Vec<CodeRow>,
    usable: usize,
    guardians: Vec<GuardianRow>,
    around: Around,
    made: usize,
    count: String,
    error: Option<String>,
    errors: FieldErrors,
    form_key: String,
    most: i64,
}

/// What else stands with the guardians: who waits, who was removed, and what keeps others away.
struct Around {
    is_administrator: bool,
    verification: bool,
    restricted: bool,
    waiting: Vec<link_requests::Waiting>,
    removed: Vec<circle::Removed>,
    to_check: String,
}

impl Around {
    async fn load(portal: &Portal, of: &StudentOf, now: i64) -> Result<Self, Problem> {
        let (db, student) = (portal.read(), of.student.id);
        let is_administrator = of.counsellor.role() >= RoleKind::SchoolAdministrator;
        let mut removed = circle::removed(db, student, now - NEWS_MS).await?;
        // Who is restricted, administrators alone know.
        removed.retain(|link| is_administrator || !link.is_restriction());
        Ok(Self {
            is_administrator,
            verification: restrictions::is_on_verification(db, student).await?,
            restricted: restrictions::count_in_force(db, student).await? > 0,
            waiting: link_requests::waiting_for(db, student).await?,
            removed,
            to_check: of.counsellor.href("accounts/to-check"),
        })
    }
}

impl AccessPage {
    /// Reads what the page shows; that the student's data was looked at is written down.
    async fn load(
        portal: &Portal,
        reader: Reader,
        of: &StudentOf,
        batch: Option<BatchId>,
    ) -> Result<Self, Problem> {
        let now = portal.clock.now();
        let looked = StudentLooked { student: of.student.id, school: of.counsellor.school_id() };
        audit::record(portal.database.writer(), &looked, &of.counsellor.actor(), now, &mut random::system())
            .await?;
        let row = |code: UnusedCode| CodeRow {
            text: code.text(&portal.keyring),
            sent_to: code.sent_to.as_deref().map(masked),
            is_new: batch.is_some() && code.batch_id == batch,
            is_expired: code.is_expired(now),
            code,
        };
        let codes: Vec<CodeRow> =
            store::unused(portal.read(), of.student.id).await?.into_iter().map(row).collect();
        let guardians = guardianships::guardians_of(portal.read(), of.student.id).await?;
        let guardians = guardians.into_iter().map(|guardian| GuardianRow {
            id: guardian.id,
            contested: guardian.is_contested(),
            email: masked(&guardian.email),
            name: guardian.name,
            linked_at: guardian.linked_at,
            last_visit_at: guardian.last_visit_at,
        });
        Ok(Self {
            number: grouped_number(&of.student.number),
            home: of.counsellor.href("students"),
            grade_href: of.counsellor.href(&format!("students?grade={}", of.student.grade)),
            here: of.href(""),
            usable: codes.iter().filter(|row| !row.is_expired).count(),
            made: codes.iter().filter(|row| row.is_new).count(),
            codes,
            guardians: guardians.collect(),
            around: Around::load(portal, of, now).await?,
            count: "1".to_owned(),
            error: None,
            errors: FieldErrors::default(),
            form_key: cookies::encode(&random::token(&mut random::system())),
            most: options::of_school(portal.read(), of.counsellor.school_id()).await?.codes_per_student,
            student: of.student.clone(),
            f: frame::in_school(portal, reader, &of.counsellor, Place::Students),
        })
    }

    fn options(&self) -> Vec<(String, bool)> {
        (1..=self.most).map(|number| (number.to_string(), number.to_string() == self.count)).collect()
    }
}

/// The page.
pub async fn show(
    of: StudentOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(query): Query<AccessQuery>,
) -> Result<Response, Problem> {
    let shown = AccessPage::load(&portal, reader, &of, query.batch.parse().ok()).await?;
    page(&shown.f, &shown)
}

/// « Allez »: makes so many codes.
pub async fn submit(
    of: StudentOf,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<AccessForm>,
) -> Result<Response, Problem> {
    let refuse = async |key: &'static str, unused: i64| {
        let mut shown = AccessPage::load(&portal, reader.clone(), &of, None).await?;
        shown.count.clone_from(&form.count);
        shown.error = Some(shown.f.say2(key, "most", shown.most, "unused", unused));
        shown.errors = FieldErrors(vec![("count", key)]);
        refused(&shown)
    };
    let Some(count) = parse_count(&form.count) else {
        return refuse("codes-access-count", 0).await;
    };
    let key = if cookies::decode(&form.form_key).is_some() {
        form.form_key.clone()
    } else {
        cookies::encode(&random::token(&mut random::system()))
    };
    let new = NewCodes {
        student: of.student.id,
        school: of.counsellor.school(),
        count,
        form_key: &key,
        by: of.counsellor.id(),
    };
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    match create(&tx, &new, &portal.keyring, &of.counsellor.actor(), now, &mut random).await {
        Ok(batch) => {
            tx.commit().await?;
            Ok(flash::redirect(&of.href(&format!("access?batch={batch}"))))
        }
        Err(Stop::Refused(CreateRefusal::TooMany { unused, .. })) => {
            drop(tx);
            refuse("codes-access-too-many", unused).await
        }
        Err(Stop::Refused(CreateRefusal::StudentGone)) => Err(Problem::NotFound),
        Err(Stop::Broken(failure)) => Err(failure.into()),
    }
}

/// A whole number from 1 to the most that any student may hold, in plain figures.
fn parse_count(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    let plain = (1..=2).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_digit());
    typed.parse().ok().filter(|count| plain && (1..=MOST_AT_ONCE).contains(count))
}

#[cfg(test)]
mod tests {
    use super::parse_count;

    #[test]
    fn only_one_to_ten_in_plain_figures_is_a_count() {
        for (typed, count) in [
            ("1", Some(1)),
            ("10", Some(10)),
            (" 3 ", Some(3)),
            ("0", None),
            ("-1", None),
            ("+3", None),
            ("1.5", None),
            ("", None),
            ("abc", None),
            ("1000000000", None),
            ("３", None),
            ("11", None),
            ("003", None),
        ] {
            assert_eq!(parse_count(typed), count, "{typed}");
        }
    }
}
