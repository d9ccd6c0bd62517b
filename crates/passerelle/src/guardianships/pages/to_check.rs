//! « À vérifier »: links that wait for the school, and what somebody brought before it.

use askama::Template;
use axum::{extract::State, response::Response};
use database::{Page, PageOf};
use serde::Deserialize;

use crate::{
    act::Stop,
    concerns::{self, ConcernId, ConcernKind, Settled, store::Open},
    guardianships::{
        self, DecideRefusal,
        link_requests::{self, RequestId, Waiting},
    },
    portal::Portal,
    random,
    staff::{
        CounsellorOf, RoleKind,
        frame::{self, Place},
    },
    students::StudentId,
    web::{Frame, PathParams, Problem, Query, Reader, flash, page},
};

/// How many waiting links the page holds: the oldest. The others come when these are decided.
const MOST_REQUESTS: i64 = 25;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    page: String,
}

#[derive(Deserialize)]
pub struct NamedConcern {
    concern: ConcernId,
}

#[derive(Deserialize)]
pub struct NamedRequest {
    pub(super) request: RequestId,
}

#[derive(Template)]
#[template(path = "guardianships/pages/to_check.html")]
struct ToCheckPage {
    f: Frame,
    in_error: bool,
    home: String,
    /// Addresses of the school begin with this.
    base: String,
    requests: Vec<Waiting>,
    requests_total: i64,
    concerns: PageOf<Open>,
    is_administrator: bool,
}

impl ToCheckPage {
    fn access(&self, student: &StudentId) -> String {
        format!("{}students/{student}/access", self.base)
    }

    /// The adult, where the viewer may know: who is restricted, administrators alone do.
    fn adult(&self, concern: &Open) -> Option<String> {
        let may_know = self.is_administrator || concern.kind() != ConcernKind::RestrictedTried;
        concern.adult.clone().filter(|name| may_know && !name.is_empty())
    }

    fn has_before(&self) -> bool {
        self.concerns.page.number > 1
    }

    fn has_next(&self) -> bool {
        self.concerns.page.number < self.concerns.pages()
    }

    fn page_href(&self, step: i64) -> String {
        format!("{}accounts/to-check?page={}", self.base, self.concerns.page.number + step)
    }
}

/// The page.
pub async fn show(
    of: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (db, school) = (portal.read(), of.school_id());
    let shown = ToCheckPage {
        in_error: false,
        home: of.href("accounts"),
        base: of.href(""),
        requests: link_requests::waiting_at(db, school, MOST_REQUESTS).await?,
        requests_total: link_requests::count_at(db, school).await?,
        concerns: concerns::store::page(db, school, Page::of_25(asked.page.parse().ok())).await?,
        is_administrator: of.role() >= RoleKind::SchoolAdministrator,
        f: frame::in_school(&portal, reader, &of, Place::Accounts),
    };
    page(&shown.f, &shown)
}

/// The page again, with what became of the last step.
pub(super) fn back(portal: &Portal, of: &CounsellorOf, said: &'static str) -> Response {
    flash::redirect_saying(portal, &of.href("accounts/to-check"), said)
}

/// « C'est réglé ».
pub async fn settle(
    of: CounsellorOf,
    PathParams(named): PathParams<NamedConcern>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let settled = concerns::settle(&tx, &of, named.concern, now, &mut random).await?;
    tx.commit().await?;
    match settled {
        Settled::Now => Ok(back(&portal, &of, "concerns-settled")),
        Settled::Before => Ok(back(&portal, &of, "concerns-settled-before")),
        Settled::NoSuchConcern => Err(Problem::NotFound),
    }
}

/// « Confirmer le lien ».
pub async fn accept(
    of: CounsellorOf,
    PathParams(named): PathParams<NamedRequest>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    match guardianships::accept(&tx, &portal, &of, named.request, now, &mut random).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(back(&portal, &of, "guardianships-accepted"))
        }
        Err(Stop::Refused(DecideRefusal::Restricted)) => {
            Ok(back(&portal, &of, "guardianships-still-restricted"))
        }
        Err(Stop::Refused(DecideRefusal::Gone)) => {
            drop(tx);
            gone(&portal, &of, named.request).await
        }
        Err(Stop::Broken(failure)) => Err(failure.into()),
    }
}

/// The request was decided before, or is none of this school's.
pub(super) async fn gone(
    portal: &Portal,
    of: &CounsellorOf,
    request: RequestId,
) -> Result<Response, Problem> {
    if link_requests::is_known(portal.read(), request, of.school_id()).await? {
        return Ok(back(portal, of, "guardianships-decided-before"));
    }
    Err(Problem::NotFound)
}
