//! « Annuler l'invitation »: names the address and the consequence, and asks.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    act::Stop,
    audit::Actor,
    invitations::{InvitationId, InvitationState, WithdrawRefusal, Withdrawn, store, withdraw},
    portal::Portal,
    random,
    sessions::Kind,
    students::{Myself, frame},
    web::{Frame, PathParams, Problem, Reader, address::ClientAddress, flash, page},
};

#[derive(Deserialize)]
pub struct Named {
    invitation: InvitationId,
}

#[derive(Template)]
#[template(path = "invitations/pages/cancel.html")]
struct CancelPage {
    f: Frame,
    in_error: bool,
    email: String,
    here: String,
}

/// Asks; of an invitation that has ended meanwhile it says so at home.
pub async fn show(
    myself: Myself,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let found = store::find(portal.read(), named.invitation, myself.0.id).await?;
    let invitation = found.ok_or(Problem::NotFound)?;
    let state = invitation.state(portal.clock.now());
    if !state.is_open() {
        let used = matches!(state, InvitationState::Used(_));
        let said = if used { "invitations-used-meanwhile" } else { "invitations-ended-before" };
        return Ok(flash::redirect_saying(&portal, "/student", said));
    }
    let shown = CancelPage {
        in_error: false,
        email: invitation.email,
        here: format!("/student/invitations/{}/cancel", named.invitation),
        f: frame::of_student(&portal, reader, &myself, true),
    };
    page(&shown.f, &shown)
}

/// Takes it back, and tells truly what became of it.
pub async fn submit(
    myself: Myself,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    address: ClientAddress,
) -> Result<Response, Problem> {
    let by = Actor::person(Kind::Student, myself.0.id.0, address);
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let said = match withdraw(&tx, myself.0.id, named.invitation, &by, now, &mut random).await {
        Ok(withdrawn) => {
            tx.commit().await?;
            match withdrawn {
                Withdrawn::Now => "invitations-withdrawn",
                Withdrawn::Before => "invitations-ended-before",
            }
        }
        Err(Stop::Refused(WithdrawRefusal::Used)) => "invitations-used-meanwhile",
        Err(Stop::Refused(WithdrawRefusal::NoSuchInvitation)) => return Err(Problem::NotFound),
        Err(Stop::Broken(failure)) => return Err(failure.into()),
    };
    Ok(flash::redirect_saying(&portal, "/student", said))
}
