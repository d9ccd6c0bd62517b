//! Renewing a batch and making it void: each names what it does, and asks.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::{
    batch::{BatchPath, told},
    form_key, new_form_key,
};
use crate::{
    code_batches::{Figures, Source, ask_for_renewal, ask_for_void, store},
    portal::Portal,
    random,
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    web::{Form, Frame, PathParams, Problem, Reader, flash, page},
};

#[derive(Template)]
#[template(path = "code_batches/pages/confirm.html")]
struct ConfirmPage {
    f: Frame,
    back: String,
    here: String,
    what: String,
    title: &'static str,
    text: &'static str,
    button: &'static str,
    look: &'static str,
    figures: Figures,
    form_key: String,
}

impl ConfirmPage {
    fn count(&self) -> i64 {
        self.figures.unused + self.figures.expired
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ConfirmForm {
    form_key: String,
}

/// The words of a question: title, what it does, the button, the button's look.
type Words = [&'static str; 4];

const RENEWAL: Words = ["code-batches-renew", "code-batches-renew-text", "code-batches-renew-submit", ""];
const VOIDING: Words = ["code-batches-void", "code-batches-void-text", "code-batches-void-submit", "danger"];

async fn ask(
    of: &CounsellorOf,
    path: &BatchPath,
    portal: &Portal,
    reader: Reader,
    words: Words,
    end: &str,
) -> Result<Response, Problem> {
    let batch = store::find(portal.read(), of.school_id(), path.batch).await?.ok_or(Problem::NotFound)?;
    let f = frame::in_school(portal, reader, of, Place::Accounts);
    let back = of.href(&format!("codes/batches/{}", batch.id));
    let [title, text, button, look] = words;
    let shown = ConfirmPage {
        here: format!("{back}/{end}"),
        back,
        what: told(&f, &batch),
        title,
        text,
        button,
        look,
        figures: store::figures(portal.read(), batch.id, portal.clock.now()).await?,
        form_key: new_form_key(),
        f,
    };
    page(&shown.f, &shown)
}

pub async fn show_renewal(
    of: CounsellorOf,
    PathParams(path): PathParams<BatchPath>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    ask(&of, &path, &portal, reader, RENEWAL, "renew").await
}

pub async fn show_void(
    of: CounsellorOf,
    PathParams(path): PathParams<BatchPath>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    ask(&of, &path, &portal, reader, VOIDING, "void").await
}

/// Asks for the renewal and leads to its job.
pub async fn renew(
    of: CounsellorOf,
    PathParams(BatchPath { batch }): PathParams<BatchPath>,
    State(portal): State<Portal>,
    Form(form): Form<ConfirmForm>,
) -> Result<Response, Problem> {
    store::find(portal.read(), of.school_id(), batch).await?.ok_or(Problem::NotFound)?;
    let (key, now, mut random) = (form_key(&form.form_key), portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let by = (of.school_id(), of.id());
    let job = ask_for_renewal(&tx, Source::Batch(batch), by, &key, of.actor(), now, &mut random).await?;
    let job = job.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(flash::redirect(&of.href(&format!("jobs/{job}"))))
}

/// Asks for the end of the unused codes and leads to its job.
pub async fn make_void(
    of: CounsellorOf,
    PathParams(BatchPath { batch }): PathParams<BatchPath>,
    State(portal): State<Portal>,
    Form(form): Form<ConfirmForm>,
) -> Result<Response, Problem> {
    store::find(portal.read(), of.school_id(), batch).await?.ok_or(Problem::NotFound)?;
    let (key, now, mut random) = (form_key(&form.form_key), portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let by = (of.school_id(), of.id());
    let job = ask_for_void(&tx, batch, by, &key, of.actor(), now, &mut random).await?;
    let job = job.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(flash::redirect(&of.href(&format!("jobs/{job}"))))
}
