use askama::Template;
use axum::{extract::State, response::Response};

use crate::{
    guardianships::{
        NEWS_MS,
        circle::{self, Newcomer, Removed},
        store::{self, LinkedGuardian},
    },
    portal::Portal,
    sign_in::{self, Next},
    students::{Myself, frame, store::Present},
    web::{Face, Frame, Problem, Query, Reader, page},
};

#[derive(Template)]
#[template(path = "homes/student_home.html")]
struct StudentHomePage {
    f: Frame,
    in_error: bool,
    me: Present,
    guardians: Vec<LinkedGuardian>,
    newcomers: Vec<Newcomer>,
    removed: Vec<Removed>,
}

/// `/student`: who sees the portfolio, or the door for who isn't signed in.
pub async fn show(
    myself: Result<Myself, Problem>,
    state: State<Portal>,
    reader: Reader,
    query: Query<Next>,
) -> Result<Response, Problem> {
    let myself = match myself {
        Ok(myself) => myself,
        Err(Problem::SignedOut(_)) => return sign_in::door(state, reader, query, Face::Student).await,
        Err(problem) => return Err(problem),
    };
    let portal = state.0;
    let guardians = store::guardians_of(portal.read(), myself.0.id).await?;
    let newcomers = circle::newcomers(portal.read(), myself.0.id).await?;
    let since = portal.clock.now() - NEWS_MS;
    let removed = circle::removed(portal.read(), myself.0.id, since).await?;
    let f = frame::of_student(&portal, reader, &myself, true);
    let shown = StudentHomePage { in_error: false, me: myself.0, guardians, newcomers, removed, f };
    page(&shown.f, &shown)
}
