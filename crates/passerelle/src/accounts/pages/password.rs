//! « Changer le mot de passe » with the current one, on the three faces.

use askama::Template;
use axum::{extract::State, http::HeaderMap, response::Response};
use serde::Deserialize;

use super::own::Own;
use crate::{
    audit,
    credentials::{self, CurrentRefusal, NewPassword, PasswordChanged, check_current},
    passwords,
    portal::Portal,
    random,
    web::{Face, Field, FieldErrors, Form, Frame, Problem, flash, page, refused, refused_for_now},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PasswordForm {
    current: String,
    password: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/password.html")]
struct PasswordPage {
    f: Frame,
    current: Field,
    password: Field,
    errors: FieldErrors,
}

/// The same in the frame of the staff.
#[derive(Template)]
#[template(path = "accounts/pages/staff_password.html")]
struct StaffPasswordPage {
    f: Frame,
    current: Field,
    password: Field,
    errors: FieldErrors,
}

/// What is wrong with it, if anything.
#[derive(Default)]
struct Wrong {
    current: Option<CurrentRefusal>,
    password: Option<&'static str>,
}

impl Wrong {
    fn is_nothing(&self) -> bool {
        self.current.is_none() && self.password.is_none()
    }
}

/// The form.
pub async fn show(own: Own) -> Result<Response, Problem> {
    answer(own.f, &Wrong::default())
}

/// Checks the current password and the new one; other sessions end.
pub async fn submit(
    own: Own,
    State(portal): State<Portal>,
    headers: HeaderMap,
    Form(form): Form<PasswordForm>,
) -> Result<Response, Problem> {
    let holder = own.holder(&portal).await?;
    let wrong = Wrong {
        password: passwords::check(&form.password, &holder.own()).err().map(|why| why.key()),
        current: check_current(&portal, &holder, form.current).await?.err(),
    };
    if !wrong.is_nothing() {
        return answer(own.f, &wrong);
    }
    let hash = portal.passwords.hash(form.password).await?;
    let (now, mut random) = (portal.clock.now(), random::system());
    let new =
        NewPassword { holder: &holder, hash: &hash, keep: Some(&headers), asked_in: own.reader.language };
    let tx = portal.begin().await?;
    credentials::set_password(&tx, &portal, &new, now, &mut random).await?;
    let event = PasswordChanged { kind: own.kind, person: own.id };
    audit::record(&*tx, &event, &own.actor, now, &mut random).await?;
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, &own.home(), "accounts-password-changed"))
}

fn answer(f: Frame, wrong: &Wrong) -> Result<Response, Problem> {
    let current = Field::with_error("", wrong.current.map(CurrentRefusal::key));
    let password = Field::with_error("", wrong.password);
    let errors = FieldErrors::of([("current", &current), ("password", &password)]);
    let wait_s = wrong.current.map_or(0, CurrentRefusal::wait_s);
    if f.face == Face::Staff {
        finish(wrong, wait_s, &f.clone(), &StaffPasswordPage { f, current, password, errors })
    } else {
        finish(wrong, wait_s, &f.clone(), &PasswordPage { f, current, password, errors })
    }
}

fn finish(wrong: &Wrong, wait_s: i64, f: &Frame, shown: &impl Template) -> Result<Response, Problem> {
    if wrong.is_nothing() {
        page(f, shown)
    } else if wait_s > 0 {
        refused_for_now(shown, wait_s)
    } else {
        refused(shown)
    }
}
