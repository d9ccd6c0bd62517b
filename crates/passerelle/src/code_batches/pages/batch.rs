use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    code_batches::{Batch, Figures, store},
    codes::BatchId,
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    web::{Frame, PathParams, Problem, Reader, page},
};

/// The batch that an address names; what isn't an id is no batch.
#[derive(Deserialize)]
pub struct BatchPath {
    pub batch: BatchId,
}

#[derive(Template)]
#[template(path = "code_batches/pages/batch.html")]
struct BatchPage {
    f: Frame,
    list: String,
    here: String,
    job: String,
    what: String,
    figures: Figures,
    batch: Batch,
}

impl BatchPage {
    /// Whether there is something left to renew or to end.
    fn has_unused(&self) -> bool {
        self.figures.unused + self.figures.expired > 0
    }

    fn rows(&self) -> [(&'static str, i64); 7] {
        let Figures { codes, students, used, unused, expired, deleted, printed } = self.figures;
        [
            ("code-batches-students", students),
            ("code-batches-codes", codes),
            ("code-batches-used", used),
            ("code-batches-unused", unused),
            ("code-batches-expired", expired),
            ("code-batches-deleted", deleted),
            ("code-batches-printed", printed),
        ]
    }
}

/// A batch: who, when, for whom, and what has become of its codes.
pub async fn show(
    of: CounsellorOf,
    PathParams(BatchPath { batch }): PathParams<BatchPath>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let batch = store::find(portal.read(), of.school_id(), batch).await?.ok_or(Problem::NotFound)?;
    let f = frame::in_school(&portal, reader, &of, Place::Accounts);
    let shown = BatchPage {
        list: of.href("codes/batches"),
        here: of.href(&format!("codes/batches/{}", batch.id)),
        job: batch.job_id.map(|job| of.href(&format!("jobs/{job}"))).unwrap_or_default(),
        what: told(&f, &batch),
        figures: store::figures(portal.read(), batch.id, portal.clock.now()).await?,
        batch,
        f,
    };
    page(&shown.f, &shown)
}

/// For whom a batch was made: « Niveau : 10e année; classe : 10-B », or that it renewed another.
pub fn told(f: &Frame, batch: &Batch) -> String {
    if batch.renews.is_some() {
        return f.say("code-batches-told-renewed");
    }
    let Some(asked) = batch.asked() else { return f.say("code-batches-told-one") };
    let mut parts = Vec::new();
    let mut part = |key: &str, value: String| {
        if !value.is_empty() {
            parts.push(f.say1(key, "value", value));
        }
    };
    part("code-batches-told-words", asked.q.clone());
    part(
        "code-batches-told-grade",
        if asked.grade.is_empty() { String::new() } else { f.grade(&asked.grade) },
    );
    part("code-batches-told-homeroom", asked.homeroom.clone());
    let presence = |name: &str, value: &str| match value {
        "with" | "without" => f.say(format!("student-search-{name}-{value}")),
        _ => String::new(),
    };
    part("code-batches-told-accounts", presence("accounts", &asked.accounts));
    part("code-batches-told-codes", presence("codes", &asked.codes));
    part(
        "code-batches-told-language",
        if asked.language.is_empty() { String::new() } else { f.language_name(&asked.language) },
    );
    if !asked.counsellor.is_empty() {
        parts.push(f.say("code-batches-told-counsellor"));
    }
    if parts.is_empty() { f.say("code-batches-told-everybody") } else { parts.join("; ") }
}
