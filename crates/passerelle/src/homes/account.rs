use askama::Template;
use axum::{extract::State, response::Response};

use crate::{
    guardians::{self, SignedInGuardian, frame::Place},
    portal::Portal,
    students::{self, Myself},
    web::{Frame, Problem, Reader, page},
};

#[derive(Template)]
#[template(path = "homes/account.html")]
struct AccountPage {
    f: Frame,
    in_error: bool,
    name: String,
    email: Option<String>,
    confirmed: bool,
}

/// A guardian's name and e-mail, and the way out.
pub async fn of_guardian(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let f = guardians::frame::of_guardian(&portal, reader, &guardian, Place::Account);
    let account = guardian.account;
    let shown = AccountPage {
        in_error: false,
        confirmed: account.email_confirmed_at.is_some(),
        name: account.name,
        email: Some(account.email),
        f,
    };
    page(&shown.f, &shown)
}

/// A student's name, and the way out.
pub async fn of_student(
    myself: Myself,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let f = students::frame::of_student(&portal, reader, &myself, false);
    let name = format!("{} {}", myself.0.given_name, myself.0.family_name);
    let shown = AccountPage { in_error: false, confirmed: true, name, email: None, f };
    page(&shown.f, &shown)
}
