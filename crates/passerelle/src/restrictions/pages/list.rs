//! A student's restrictions, in force and lifted; a new one; and verification.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    act::Stop,
    audit,
    guardians::{Email, GuardianId},
    guardianships::{
        Remark, RemarkRefusal,
        restrictions::{self as kept, Known, Restriction},
    },
    options::list::{OFF, ON},
    portal::Portal,
    random,
    restrictions::{Adult, RestrictRefusal, Restricted, restrict, switch_verification},
    staff::{
        AdministratorOf,
        frame::{self, Place},
    },
    students::{Student, StudentLooked, StudentOf},
    web::{Field, FieldErrors, Form, Frame, Problem, Query, Reader, flash, page, refused},
};

/// The longest note, in characters.
const LONGEST_NOTE: usize = 1000;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    /// The guardian whom « Restreindre » was pressed at.
    guardian: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RestrictionForm {
    /// A known adult's id; empty: by the address.
    adult: String,
    email: String,
    note: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct VerificationForm {
    verification: String,
}

#[derive(Template)]
#[template(path = "restrictions/pages/list.html")]
struct ListPage {
    f: Frame,
    errors: FieldErrors,
    student: Student,
    home: String,
    /// Addresses of the student begin with this.
    base: String,
    in_force: Vec<Restriction>,
    lifted: Vec<Restriction>,
    known: Vec<Known>,
    adult: Field,
    email: Field,
    note: Field,
    longest: usize,
    verification: bool,
}

impl ListPage {
    /// Reads what the page shows; that the student's data was looked at is written down.
    async fn load(portal: &Portal, reader: Reader, of: &StudentOf) -> Result<Self, Problem> {
        let (db, student, now) = (portal.read(), of.student.id, portal.clock.now());
        let looked = StudentLooked { student, school: of.counsellor.school_id() };
        let by = of.counsellor.actor();
        audit::record(portal.database.writer(), &looked, &by, now, &mut random::system()).await?;
        let (lifted, in_force) =
            kept::each(db, student).await?.into_iter().partition(|row| row.lifted_at.is_some());
        Ok(Self {
            errors: FieldErrors::default(),
            home: of.counsellor.href("students"),
            base: of.href(""),
            in_force,
            lifted,
            known: kept::known(db, student).await?,
            adult: Field::default(),
            email: Field::default(),
            note: Field::default(),
            longest: LONGEST_NOTE,
            verification: kept::is_on_verification(db, student).await?,
            student: of.student.clone(),
            f: frame::in_school(portal, reader, &of.counsellor, Place::Students),
        })
    }

    fn is_chosen(&self, guardian: &GuardianId) -> bool {
        self.adult.value == guardian.to_string()
    }
}

/// The page.
pub async fn show(
    _: AdministratorOf,
    of: StudentOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(query): Query<ListQuery>,
) -> Result<Response, Problem> {
    let mut shown = ListPage::load(&portal, reader, &of).await?;
    shown.adult = Field::typed(&query.guardian);
    page(&shown.f, &shown)
}

/// « Ajouter la restriction ».
pub async fn submit(
    _: AdministratorOf,
    of: StudentOf,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<RestrictionForm>,
) -> Result<Response, Problem> {
    let (adult, note) = match parse(&form) {
        Ok(parsed) => parsed,
        Err(typed) => return again(&portal, reader, &of, *typed).await,
    };
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let said = match restrict(&tx, &of, &adult, &note, now, &mut random).await {
        Ok(Restricted::Now) => "restrictions-made",
        Ok(Restricted::Before) => "restrictions-made-before",
        Err(Stop::Refused(RestrictRefusal::StudentGone)) => return Err(Problem::NotFound),
        Err(Stop::Refused(RestrictRefusal::Unknown)) => {
            drop(tx);
            let adult = Field::with_error(&form.adult, Some("restrictions-adult-unknown"));
            let typed = Typed { adult, email: Field::typed(&form.email), note: Field::typed(&form.note) };
            return again(&portal, reader, &of, typed).await;
        }
        Err(Stop::Broken(failure)) => return Err(failure.into()),
    };
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, &of.href("restrictions"), said))
}

/// « Sauvegarder », of verification.
pub async fn switch(
    _: AdministratorOf,
    of: StudentOf,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<VerificationForm>,
) -> Result<Response, Problem> {
    let on = match form.verification.as_str() {
        ON => true,
        OFF => false,
        _ => {
            let mut shown = ListPage::load(&portal, reader, &of).await?;
            shown.errors = FieldErrors(vec![("verification", "restrictions-verification-choose")]);
            return refused(&shown);
        }
    };
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    switch_verification(&tx, &of, on, now, &mut random).await?;
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, &of.href("restrictions"), "restrictions-saved"))
}

/// What was typed, with what is wrong with it.
struct Typed {
    adult: Field,
    email: Field,
    note: Field,
}

/// The form again, with all that was typed.
async fn again(portal: &Portal, reader: Reader, of: &StudentOf, typed: Typed) -> Result<Response, Problem> {
    let mut shown = ListPage::load(portal, reader, of).await?;
    shown.errors = FieldErrors::of([("adult", &typed.adult), ("email", &typed.email), ("note", &typed.note)]);
    (shown.adult, shown.email, shown.note) = (typed.adult, typed.email, typed.note);
    refused(&shown)
}

/// Whom, and why; or all that is wrong, told at once.
fn parse(form: &RestrictionForm) -> Result<(Adult, Remark), Box<Typed>> {
    let mut typed = Typed {
        adult: Field::typed(form.adult.trim()),
        email: Field::typed(&form.email),
        note: Field::typed(&form.note),
    };
    let adult = match (form.adult.trim(), form.email.trim()) {
        ("", "") => Err((&mut typed.adult, "restrictions-adult-empty")),
        ("", email) => Email::parse(email).map(Adult::Address).map_err(|why| (&mut typed.email, why.key())),
        (id, "") => {
            id.parse().map(Adult::Known).map_err(|_| (&mut typed.adult, "restrictions-adult-unknown"))
        }
        (_, _) => Err((&mut typed.adult, "restrictions-adult-both")),
    };
    let adult = adult.map_err(|(field, key)| field.error = Some(key)).ok();
    let note = Remark::parse(&form.note, LONGEST_NOTE);
    let note = note.map_err(|why| typed.note.error = Some(note_key(why))).ok();
    adult.zip(note).ok_or_else(|| Box::new(typed))
}

const fn note_key(why: RemarkRefusal) -> &'static str {
    match why {
        RemarkRefusal::Empty => "restrictions-note-empty",
        RemarkRefusal::TooLong => "restrictions-note-too-long",
        RemarkRefusal::Unprintable => "restrictions-note-unprintable",
    }
}
