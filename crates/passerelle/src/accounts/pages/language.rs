use axum::{extract::State, response::Response};
use serde::Deserialize;
use wording::Language;

use crate::{
    accounts::events::LanguageChanged,
    audit,
    guardians::{self, SignedInGuardian},
    portal::Portal,
    random,
    web::{Form, Problem, flash},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LanguageForm {
    language: String,
}

/// « Langue des courriels ». What isn't one of ours, no form of ours sends.
pub async fn submit(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    Form(form): Form<LanguageForm>,
) -> Result<Response, Problem> {
    let language = Language::from_tag(&form.language).ok_or(Problem::BadRequest)?;
    let (now, mut random, by) = (portal.clock.now(), random::system(), guardian.actor());
    let tx = portal.begin().await?;
    guardians::store::set_language(&*tx, guardian.id(), language).await?;
    audit::record(&*tx, &LanguageChanged { guardian: guardian.id() }, &by, now, &mut random).await?;
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, "/parent/account", "accounts-language-changed"))
}
