//! « Fermer mon compte », asked twice: first what it means, then once more with the password.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    accounts::close,
    credentials::{self, CurrentRefusal, check_current},
    guardians::{
        SignedInGuardian,
        frame::{self, Place},
    },
    portal::Portal,
    random,
    sessions::Kind,
    web::{
        Field, FieldErrors, Form, Frame, Problem, Query, Reader,
        cookies::{self, Cookie},
        flash, page, refused, refused_for_now,
    },
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CloseQuery {
    /// Anything here: the first question was answered.
    sure: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CloseForm {
    current: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/close.html")]
struct ClosePage {
    f: Frame,
    /// Whether this is the second question.
    is_sure: bool,
    current: Field,
    errors: FieldErrors,
}

/// The first question, or the second.
pub async fn show(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
    Query(query): Query<CloseQuery>,
) -> Result<Response, Problem> {
    let shown = ClosePage {
        f: frame::of_guardian(&portal, reader, &guardian, Place::Account),
        is_sure: !query.sure.is_empty(),
        current: Field::default(),
        errors: FieldErrors::default(),
    };
    page(&shown.f, &shown)
}

/// Closes the account, and leads to the door.
pub async fn submit(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<CloseForm>,
) -> Result<Response, Problem> {
    let holder = credentials::of(portal.read(), Kind::Guardian, guardian.id().0).await?;
    let holder = holder.ok_or(Problem::NotFound)?;
    if let Err(why) = check_current(&portal, &holder, form.current).await? {
        return again(&portal, reader, &guardian, why);
    }
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    close(&tx, &guardian.account, &guardian.actor(), now, &mut random).await?;
    tx.commit().await?;
    let mut response = flash::redirect_saying(&portal, "/parent", "accounts-closed");
    for cookie in [Cookie::Session, Cookie::Device, Cookie::Code, Cookie::MailedLink] {
        cookies::forget(&portal, response.headers_mut(), cookie);
    }
    Ok(response)
}

fn again(
    portal: &Portal,
    reader: Reader,
    guardian: &SignedInGuardian,
    why: CurrentRefusal,
) -> Result<Response, Problem> {
    let current = Field::with_error("", Some(why.key()));
    let shown = ClosePage {
        f: frame::of_guardian(portal, reader, guardian, Place::Account),
        is_sure: true,
        errors: FieldErrors::of([("current", &current)]),
        current,
    };
    if why.wait_s() > 0 { refused_for_now(&shown, why.wait_s()) } else { refused(&shown) }
}
