use askama::Template;
use axum::{extract::State, response::Response};
use database::Millis;

use crate::{
    guardianships::{
        NEWS_MS,
        circle::{self, Newcomer, Removed},
        store::{self, LinkedGuardian},
    },
    invitations::{self, Invitation, Standing},
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
    invitations: Standing,
    now: Millis,
}

impl StudentHomePage {
    /// Where an invitation is, in a sentence.
    fn state(&self, invitation: &Invitation) -> String {
        let (key, day) = (invitation.state(self.now).key(), self.f.day(&invitation.day(self.now)));
        self.f.say2(key, "day", day, "until", self.f.day(&invitation.expires_at))
    }

    /// Whether it can still be taken back.
    fn is_open(&self, invitation: &Invitation) -> bool {
        invitation.state(self.now).is_open()
    }
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
    let now = portal.clock.now();
    let guardians = store::guardians_of(portal.read(), myself.0.id).await?;
    let newcomers = circle::newcomers(portal.read(), myself.0.id).await?;
    let removed = circle::removed(portal.read(), myself.0.id, now - NEWS_MS).await?;
    let invitations = invitations::standing(portal.read(), myself.0.id, now).await?;
    let shown = StudentHomePage {
        in_error: false,
        guardians,
        newcomers,
        removed,
        invitations,
        now,
        f: frame::of_student(&portal, reader, &myself, true),
        me: myself.0,
    };
    page(&shown.f, &shown)
}
