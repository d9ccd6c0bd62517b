use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    accounts::events::NameChanged,
    audit,
    guardians::{
        self, PersonName, SignedInGuardian,
        frame::{self, Place},
    },
    portal::Portal,
    random,
    web::{Field, FieldErrors, Form, Frame, Problem, Reader, flash, page, refused},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NameForm {
    name: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/name.html")]
struct NamePage {
    f: Frame,
    name: Field,
    errors: FieldErrors,
}

/// The form with the name as it is.
pub async fn show(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let f = frame::of_guardian(&portal, reader, &guardian, Place::Account);
    let shown = NamePage { f, name: Field::typed(&guardian.account.name), errors: FieldErrors::default() };
    page(&shown.f, &shown)
}

/// Changes it.
pub async fn submit(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<NameForm>,
) -> Result<Response, Problem> {
    let name = match PersonName::parse(&form.name) {
        Ok(name) => name,
        Err(why) => {
            let typed: String = form.name.chars().take(256).collect();
            let name = Field::with_error(&typed, Some(why.key()));
            let f = frame::of_guardian(&portal, reader, &guardian, Place::Account);
            return refused(&NamePage { f, errors: FieldErrors::of([("name", &name)]), name });
        }
    };
    let (now, mut random, by) = (portal.clock.now(), random::system(), guardian.actor());
    let tx = portal.begin().await?;
    guardians::store::rename(&*tx, guardian.id(), &name).await?;
    audit::record(&*tx, &NameChanged { guardian: guardian.id() }, &by, now, &mut random).await?;
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, "/parent/account", "accounts-name-changed"))
}
