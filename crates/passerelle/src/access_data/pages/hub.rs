//! « Gérer les comptes des parents/gardiens »: where the tasks about accounts begin.

use askama::Template;
use axum::{extract::State, response::Response};

use crate::{
    access_data::{
        criteria::{Asked, Criteria},
        store::accounts,
    },
    portal::Portal,
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    web::{Frame, Problem, Reader, page},
};

#[derive(Template)]
#[template(path = "access_data/pages/hub.html")]
struct HubPage {
    f: Frame,
    in_error: bool,
    school: String,
    here: String,
    codes_href: String,
    accounts: i64,
}

pub async fn show(
    counsellor: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let everybody = Criteria::of(&Asked::default());
    let totals = accounts::totals(portal.read(), counsellor.school_id(), &everybody).await?;
    let shown = HubPage {
        in_error: false,
        school: counsellor.school().name.clone(),
        here: counsellor.href("accounts"),
        codes_href: counsellor.href("codes/new"),
        accounts: totals.accounts,
        f: frame::in_school(&portal, reader, &counsellor, Place::Accounts),
    };
    page(&shown.f, &shown)
}
