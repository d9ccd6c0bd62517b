//! Step 1: for whom.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::{form_key, new_form_key};
use crate::{
    portal::Portal,
    random,
    selections::{self, NewSelection},
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    student_filters::{Asked, Criteria, Fields, KnownChoices, choices, store},
    web::{Form, Frame, Problem, Query, Reader, flash, page},
};

#[derive(Template)]
#[template(path = "code_batches/pages/choose.html")]
struct ChoosePage {
    f: Frame,
    hub: String,
    here: String,
    batches: String,
    fields: Fields,
    without_code: i64,
    form_key: String,
    other_key: String,
}

/// Who asks for codes without naming anybody: those whom nothing leads here yet.
fn without_code() -> Asked {
    Asked { accounts: "without".to_owned(), codes: "without".to_owned(), ..Asked::default() }
}

/// The two ways, and the criteria of the second.
pub async fn show(
    known: Arc<KnownChoices>,
    of: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let choices = choices(&known, &portal, of.school()).await?;
    let f = frame::in_school(&portal, reader, &of, Place::Accounts);
    let criteria = Criteria::of(&without_code());
    let shown = ChoosePage {
        hub: of.href("accounts"),
        here: of.href("codes/new"),
        batches: of.href("codes/batches"),
        fields: Fields::new(&f, &choices, asked),
        without_code: store::count(portal.read(), of.school_id(), &criteria, portal.clock.now()).await?,
        form_key: new_form_key(),
        other_key: new_form_key(),
        f,
    };
    page(&shown.f, &shown)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ChooseForm {
    /// `without-code`, or nothing: then the criteria count.
    who: String,
    form_key: String,
    q: String,
    grade: String,
    homeroom: String,
    counsellor: String,
    accounts: String,
    codes: String,
    language: String,
}

impl ChooseForm {
    fn asked(self) -> Asked {
        let Self { q, grade, homeroom, counsellor, accounts, codes, language, .. } = self;
        Asked { q, grade, homeroom, counsellor, accounts, codes, language, ..Asked::default() }
    }
}

/// Begins a selection: of those without a code it leads to the summary, else to the list.
pub async fn submit(
    of: CounsellorOf,
    State(portal): State<Portal>,
    Form(form): Form<ChooseForm>,
) -> Result<Response, Problem> {
    let (key, everybody) = (form_key(&form.form_key), form.who == "without-code");
    let asked = if everybody { without_code() } else { form.asked() };
    let (now, mut random) = (portal.clock.now(), random::system());
    let new = NewSelection { school: of.school_id(), by: of.id(), asked: &asked, form_key: &key };
    let tx = portal.begin().await?;
    let selection = selections::begin(&tx, &new, now, &mut random).await?.ok_or(Problem::NotFound)?;
    let mut next = "select";
    if everybody {
        let begun = selections::find(&*tx, of.school_id(), of.id(), selection).await?;
        let begun = begun.ok_or(Problem::NotFound)?;
        // Sent twice, it is fixed already; of nobody it stays open and its list says so.
        if begun.fixed_at.is_none() {
            let _ = selections::select_all(&tx, &begun, now).await;
        }
        if selections::fix(&tx, &begun, now).await? > 0 {
            next = "summary";
        }
    }
    tx.commit().await?;
    Ok(flash::redirect(&of.href(&format!("codes/new/{next}/{selection}"))))
}
