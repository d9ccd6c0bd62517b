//! Step 3: how many each, with what that comes to.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::{form_key, new_form_key};
use crate::{
    code_batches::{
        AskedCodes, ask_for_codes,
        store::{self, Forecast},
    },
    options,
    portal::Portal,
    random,
    selections::SelectionOf,
    staff::frame::{self, Place},
    web::{FieldErrors, Form, Frame, Problem, Query, Reader, flash, page, refused},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SummaryForm {
    count: String,
    /// `all`, or `without`: only who has no usable code.
    who: String,
    form_key: String,
}

#[derive(Template)]
#[template(path = "code_batches/pages/summary.html")]
struct SummaryPage {
    f: Frame,
    hub: String,
    here: String,
    back: String,
    errors: FieldErrors,
    error: Option<String>,
    count: String,
    only_without: bool,
    most: i64,
    forecast: Forecast,
    codes: i64,
    /// How many would get codes if only those without any did.
    without: i64,
    form_key: String,
}

impl SummaryPage {
    async fn load(
        portal: &Portal,
        reader: Reader,
        of: &SelectionOf,
        form: SummaryForm,
    ) -> Result<Self, Problem> {
        let (db, now, school) = (portal.read(), portal.clock.now(), of.counsellor.school_id());
        let most = options::of_school(db, school).await?.codes_per_student;
        let each = parse_count(&form.count, most).unwrap_or(1);
        let only_without = form.who == "without";
        let of_this = (of.selection.id, school);
        let forecast = store::forecast(db, of_this, (each, only_without), most, now).await?;
        Ok(Self {
            hub: of.counsellor.href("accounts"),
            here: of.counsellor.href(&format!("codes/new/summary/{}", of.selection.id)),
            back: of.selection.asked().address(&of.counsellor.href("codes/new")),
            errors: FieldErrors::default(),
            error: None,
            count: if form.count.is_empty() { "1".to_owned() } else { form.count },
            only_without,
            most,
            codes: forecast.getting * each,
            without: forecast.chosen - forecast.with_code,
            forecast,
            form_key: new_form_key(),
            f: frame::in_school(portal, reader, &of.counsellor, Place::Accounts),
        })
    }

    fn numbers(&self) -> Vec<(String, bool)> {
        (1..=self.most).map(|number| (number.to_string(), number.to_string() == self.count)).collect()
    }
}

/// The summary, of what the form would make as it stands.
pub async fn show(
    of: SelectionOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(form): Query<SummaryForm>,
) -> Result<Response, Problem> {
    if of.selection.fixed_at.is_none() {
        return Ok(flash::redirect(&of.counsellor.href(&format!("codes/new/select/{}", of.selection.id))));
    }
    let shown = SummaryPage::load(&portal, reader, &of, form).await?;
    page(&shown.f, &shown)
}

/// « Soumettre »: asks for the codes and leads to the job.
pub async fn submit(
    of: SelectionOf,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<SummaryForm>,
) -> Result<Response, Problem> {
    if of.selection.fixed_at.is_none() {
        return Ok(flash::redirect(&of.counsellor.href(&format!("codes/new/select/{}", of.selection.id))));
    }
    let (now, mut random) = (portal.clock.now(), random::system());
    let most = options::of_school(portal.read(), of.counsellor.school_id()).await?.codes_per_student;
    let Some(each) = parse_count(&form.count, most) else {
        let typed = form.count.clone();
        let mut shown = SummaryPage::load(&portal, reader, &of, form).await?;
        shown.count = typed;
        shown.error = Some(shown.f.say1("code-batches-count", "most", most));
        shown.errors = FieldErrors(vec![("count", "code-batches-count")]);
        return refused(&shown);
    };
    let key = form_key(&form.form_key);
    let tx = portal.begin().await?;
    let asked = AskedCodes {
        selection: &of.selection,
        each,
        only_without: form.who == "without",
        total: crate::selections::count(&*tx, of.selection.id).await?,
        form_key: &key,
        by: of.counsellor.id(),
    };
    let job = ask_for_codes(&tx, &asked, of.counsellor.actor(), now, &mut random).await?;
    let job = job.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(flash::redirect(&of.counsellor.href(&format!("jobs/{job}"))))
}

/// A whole number from 1 to the most that a student may hold, in plain figures.
fn parse_count(typed: &str, most: i64) -> Option<i64> {
    let typed = typed.trim();
    let plain = (1..=3).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_digit());
    typed.parse().ok().filter(|count| plain && (1..=most).contains(count))
}
