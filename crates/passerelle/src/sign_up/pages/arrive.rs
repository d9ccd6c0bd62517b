//! `/a/{code}`: the link of a letter or a mail. The code goes into a short-lived cookie and the address
//! leads on without it, so that it stays in no address bar, history, referrer or log.

use activation_code::ActivationCode;
use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::Response,
};

use crate::{
    guardians::SignedInGuardian,
    invitations,
    portal::Portal,
    web::{
        Problem,
        cookies::{self, Cookie},
        flash,
    },
};

/// Where one signs in and then adds the child.
const SIGN_IN_AND_ADD: &str = "/parent?next=%2Fparent%2Fchildren%2Fadd";

/// The link of a mailed invitation: beside the code it carries a secret that stands on no screen and
/// no letter, so that whoever brings it has read that mailbox.
pub async fn follow_invitation(
    Path((code, secret)): Path<(String, String)>,
    state: State<Portal>,
    guardian: Result<SignedInGuardian, Problem>,
) -> Result<Response, Problem> {
    let portal = state.0.clone();
    let mut response = follow(Path(code), state, guardian).await?;
    // Who brings the secret has that mailbox: telling them that it has an account tells nobody else.
    let to_sign_up = response.headers().get(header::LOCATION).is_some_and(|to| to == "/parent/sign-up");
    if to_sign_up && invitations::is_for_an_account(portal.read(), &secret).await? {
        response.headers_mut().insert(header::LOCATION, HeaderValue::from_static(SIGN_IN_AND_ADD));
    }
    if cookies::decode(&secret).is_some() {
        cookies::set(&portal, response.headers_mut(), Cookie::Invitation, &secret);
    }
    Ok(response)
}

/// Leads to the form that the code belongs in: adding a child, for who is signed in.
pub async fn follow(
    Path(code): Path<String>,
    State(portal): State<Portal>,
    guardian: Result<SignedInGuardian, Problem>,
) -> Result<Response, Problem> {
    let to = match guardian {
        Ok(_) => "/parent/children/add",
        Err(Problem::SignedOut(_)) => "/parent/sign-up",
        Err(problem) => return Err(problem),
    };
    let mut response = flash::redirect(to);
    // One that can't be a code leads to the empty form.
    if let Ok(code) = ActivationCode::parse(&code) {
        cookies::set(&portal, response.headers_mut(), Cookie::Code, &code.to_string());
    }
    Ok(response)
}
