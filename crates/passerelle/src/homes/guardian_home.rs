use askama::Template;
use axum::{extract::State, response::Response};

use crate::{
    email_proofs::{self, ShownEmail},
    guardians::{
        self, SignedInGuardian,
        frame::{self, Place},
    },
    guardianships::{
        NEWS_MS,
        link_requests::{self, Asked},
        store::{self, Child},
    },
    portal::Portal,
    sign_in::{self, Next},
    web::{Face, Frame, Problem, Query, Reader, page},
};

#[derive(Template)]
#[template(path = "homes/guardian_home.html")]
struct GuardianHomePage {
    f: Frame,
    in_error: bool,
    first_name: String,
    children: Vec<Child>,
    waiting: Vec<Asked>,
    email: ShownEmail,
}

/// `/parent`: the children, or the door for who isn't signed in.
pub async fn show(
    guardian: Result<SignedInGuardian, Problem>,
    state: State<Portal>,
    reader: Reader,
    query: Query<Next>,
) -> Result<Response, Problem> {
    let guardian = match guardian {
        Ok(guardian) => guardian,
        Err(Problem::SignedOut(_)) => return sign_in::door(state, reader, query, Face::Family).await,
        Err(problem) => return Err(problem),
    };
    let portal = state.0;
    let (now, account) = (portal.clock.now(), &guardian.account);
    // Staff see the day of the last visit: four times a day is often enough to write it down.
    if now - account.last_visit_at > database::DAY_MS / 4 {
        guardians::store::visited(portal.database.writer(), account.id, now).await?;
    }
    let children = store::children_of(portal.read(), account.id).await?;
    let shown = GuardianHomePage {
        in_error: false,
        first_name: account.name.split(' ').next().unwrap_or_default().to_owned(),
        email: email_proofs::shown(portal.read(), account, now).await?,
        children,
        waiting: link_requests::of_guardian(portal.read(), account.id, now - NEWS_MS).await?,
        f: frame::of_guardian(&portal, reader, &guardian, Place::Home),
    };
    page(&shown.f, &shown)
}

#[derive(Template)]
#[template(path = "homes/children.html")]
struct ChildrenPage {
    f: Frame,
    in_error: bool,
    schools: Vec<(String, Vec<Child>)>,
    waiting: Vec<Asked>,
}

/// « Mes enfants », school by school.
pub async fn children(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let mut schools: Vec<(String, Vec<Child>)> = Vec::new();
    for child in store::children_of(portal.read(), guardian.id()).await? {
        match schools.last_mut() {
            Some((school, children)) if *school == child.school => children.push(child),
            _ => schools.push((child.school.clone(), vec![child])),
        }
    }
    let since = portal.clock.now() - NEWS_MS;
    let shown = ChildrenPage {
        in_error: false,
        waiting: link_requests::of_guardian(portal.read(), guardian.id(), since).await?,
        schools,
        f: frame::of_guardian(&portal, reader, &guardian, Place::Children),
    };
    page(&shown.f, &shown)
}
