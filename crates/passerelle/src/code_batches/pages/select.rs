//! Step 2: the list. The ticks of a page are kept when one goes on to another, with or without script.

use std::collections::{BTreeSet, HashSet};

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use database::{Page, PageOf};
use serde::Deserialize;

use crate::{
    act::Stop,
    portal::Portal,
    selections::{self, SelectionOf, TickRefusal},
    staff::frame::{self, Place},
    student_filters::{
        Criteria,
        store::{self, Row},
    },
    students::{StudentId, grouped_number},
    web::{Frame, Problem, Query, Reader, Repeated, flash, page, page::answer},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SelectQuery {
    page: String,
}

#[derive(Template)]
#[template(path = "code_batches/pages/select.html")]
struct SelectPage {
    f: Frame,
    here: String,
    criteria: String,
    hub: String,
    /// The key of why nothing went on.
    error: Option<&'static str>,
    found: PageOf<Row>,
    pages: Vec<Option<i64>>,
    ticked: HashSet<StudentId>,
    chosen: i64,
}

impl SelectPage {
    async fn load(
        portal: &Portal,
        reader: Reader,
        of: &SelectionOf,
        number: Option<i64>,
    ) -> Result<Self, Problem> {
        let (asked, school) = (of.selection.asked(), of.counsellor.school_id());
        let criteria = Criteria::of(&asked);
        let (db, now) = (portal.read(), portal.clock.now());
        let found = store::page(db, school, &criteria, Page::of_25(number), now).await?;
        let shown: Vec<StudentId> = found.rows.iter().map(|row| row.id).collect();
        Ok(Self {
            here: of.counsellor.href(&format!("codes/new/select/{}", of.selection.id)),
            criteria: asked.address(&of.counsellor.href("codes/new")),
            hub: of.counsellor.href("accounts"),
            error: None,
            pages: found.links(),
            ticked: selections::ticked(db, of.selection.id, &shown).await?,
            chosen: selections::count(db, of.selection.id).await?,
            found,
            f: frame::in_school(portal, reader, &of.counsellor, Place::Accounts),
        })
    }

    fn is_ticked(&self, id: &StudentId) -> bool {
        self.ticked.contains(id)
    }

    fn name(&self, row: &Row) -> String {
        format!("{} {}", row.given_name, row.family_name)
    }

    fn number(&self, number: &str) -> String {
        grouped_number(number)
    }

    /// How many are chosen on the other pages: the script adds this page's.
    fn elsewhere(&self) -> i64 {
        self.chosen - i64::try_from(self.ticked.len()).unwrap_or_default()
    }

    /// The sentences for none, one and two chosen: the script puts other figures in the last.
    fn words(&self) -> String {
        let say = |count: i64| self.f.say1("code-batches-chosen", "count", count);
        serde_json::json!([say(0), say(1), say(2)]).to_string()
    }

    fn has_next(&self) -> bool {
        self.found.page.number < self.found.pages()
    }
}

/// A page of the list.
pub async fn show(
    of: SelectionOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(query): Query<SelectQuery>,
) -> Result<Response, Problem> {
    if of.selection.fixed_at.is_some() {
        return Ok(flash::redirect(&summary(&of)));
    }
    let shown = SelectPage::load(&portal, reader, &of, query.page.parse().ok()).await?;
    page(&shown.f, &shown)
}

/// Keeps the ticks of this page, then does what the button says: `all`, `none`, `page-3` or `submit`.
pub async fn submit(
    of: SelectionOf,
    State(portal): State<Portal>,
    reader: Reader,
    form: Repeated,
) -> Result<Response, Problem> {
    if of.selection.fixed_at.is_some() {
        return Ok(flash::redirect(&summary(&of)));
    }
    let here = of.counsellor.href(&format!("codes/new/select/{}", of.selection.id));
    let number: i64 = form.first("page").parse().unwrap_or(1);
    let (shown, ticked) = (ids(&form, "shown"), ids(&form, "ticked"));
    let (Some(shown), Some(ticked)) = (shown, ticked) else {
        return refuse(&portal, reader, &of, number, "code-batches-stranger").await;
    };
    let now = portal.clock.now();
    let tx = portal.begin().await?;
    let act = form.first("do");
    let kept = match act {
        "all" => selections::select_all(&tx, &of.selection, now).await,
        "none" => selections::select_none(&tx, &of.selection).await,
        _ => selections::tick(&tx, &of.selection, &shown, &ticked).await,
    };
    match kept {
        Ok(()) => {}
        Err(Stop::Refused(TickRefusal::Stranger)) => {
            drop(tx);
            return refuse(&portal, reader, &of, number, "code-batches-stranger").await;
        }
        Err(Stop::Refused(TickRefusal::Fixed)) => return Ok(flash::redirect(&summary(&of))),
        Err(Stop::Broken(failure)) => return Err(failure.into()),
    }
    if let Some(page) = act.strip_prefix("page-") {
        tx.commit().await?;
        return Ok(flash::redirect(&format!("{here}?page={}", page.parse::<i64>().unwrap_or(1))));
    }
    if matches!(act, "all" | "none") {
        tx.commit().await?;
        return Ok(flash::redirect(&format!("{here}?page={number}")));
    }
    let chosen = selections::fix(&tx, &of.selection, now).await?;
    tx.commit().await?;
    if chosen == 0 {
        return refuse(&portal, reader, &of, number, "code-batches-nobody").await;
    }
    Ok(flash::redirect(&summary(&of)))
}

/// The ids in a field, each once; none where one is no id.
fn ids(form: &Repeated, field: &str) -> Option<Vec<StudentId>> {
    let ids: Option<BTreeSet<StudentId>> = form.all(field).map(|id| id.parse().ok()).collect();
    ids.map(|ids| ids.into_iter().collect())
}

fn summary(of: &SelectionOf) -> String {
    of.counsellor.href(&format!("codes/new/summary/{}", of.selection.id))
}

async fn refuse(
    portal: &Portal,
    reader: Reader,
    of: &SelectionOf,
    number: i64,
    why: &'static str,
) -> Result<Response, Problem> {
    let mut shown = SelectPage::load(portal, reader, of, Some(number)).await?;
    shown.error = Some(why);
    answer(StatusCode::UNPROCESSABLE_ENTITY, &shown)
}
