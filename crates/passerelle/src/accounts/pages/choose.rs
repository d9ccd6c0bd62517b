//! « Choisissez votre mot de passe »: the one page that a temporary password opens.

use askama::Template;
use axum::{extract::State, http::HeaderMap, response::Response};
use serde::Deserialize;

use crate::{
    audit::{self, Actor},
    credentials::{self, NewPassword, PasswordChanged},
    passwords,
    portal::Portal,
    random,
    sessions::Kind,
    students::SignedInStudent,
    web::{
        Face, Field, FieldErrors, Form, Frame, Problem, Reader, Viewer, address::ClientAddress, flash, page,
        refused,
    },
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ChooseForm {
    password: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/choose.html")]
struct ChoosePage {
    f: Frame,
    password: Field,
    errors: FieldErrors,
}

impl ChoosePage {
    fn new(portal: &Portal, reader: Reader, student: &SignedInStudent, password: Field) -> Self {
        let present = &student.0;
        let mut f = Frame::new(portal, reader, Face::Student, present.district.clone());
        let name = format!("{} {}", present.given_name, present.family_name);
        f.viewer = Some(Viewer { name, role: String::new(), account: String::new() });
        Self { f, errors: FieldErrors::of([("password", &password)]), password }
    }
}

/// The form; whoever has a password of their own changes it on their account's page.
pub async fn show(
    student: SignedInStudent,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    if !student.0.password_temporary {
        return Ok(flash::redirect("/student/account"));
    }
    let shown = ChoosePage::new(&portal, reader, &student, Field::default());
    page(&shown.f, &shown)
}

/// Takes the new password. The temporary one, which somebody else knows, isn't taken again.
pub async fn submit(
    student: SignedInStudent,
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
    address: ClientAddress,
    Form(form): Form<ChooseForm>,
) -> Result<Response, Problem> {
    if !student.0.password_temporary {
        return Ok(flash::redirect("/student/account"));
    }
    let (kind, id) = (Kind::Student, student.0.id.0);
    let holder = credentials::of(portal.read(), kind, id).await?.ok_or(Problem::NotFound)?;
    let mut wrong = passwords::check(&form.password, &holder.own()).err().map(|why| why.key());
    if wrong.is_none()
        && portal.passwords.matches(form.password.clone(), holder.password_hash.clone()).await?
    {
        wrong = Some("accounts-choose-other");
    }
    if let Some(why) = wrong {
        return refused(&ChoosePage::new(&portal, reader, &student, Field::with_error("", Some(why))));
    }
    let hash = portal.passwords.hash(form.password).await?;
    let (now, mut random) = (portal.clock.now(), random::system());
    let new = NewPassword { holder: &holder, hash: &hash, keep: Some(&headers), asked_in: reader.language };
    let tx = portal.begin().await?;
    credentials::set_password(&tx, &portal, &new, now, &mut random).await?;
    let by = Actor::person(kind, id, address);
    audit::record(&*tx, &PasswordChanged { kind, person: id }, &by, now, &mut random).await?;
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, "/student", "accounts-password-chosen"))
}
