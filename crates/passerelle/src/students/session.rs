use axum::{extract::FromRequestParts, http::request::Parts};

use super::{StudentId, store};
use crate::{
    portal::Portal,
    sessions::{self, Kind},
    web::{Problem, frame::Face},
};

/// Proof that a student is signed in and has a password of their own: they see their own things.
pub struct Myself(pub store::Present);

/// Proof that a student is signed in, if only with the temporary password that the staff handed out:
/// enough to choose another, and for nothing else.
pub struct SignedInStudent(pub store::Present);

impl FromRequestParts<Portal> for Myself {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let SignedInStudent(present) = SignedInStudent::from_request_parts(parts, portal).await?;
        if present.password_temporary { Err(Problem::ChoosePassword) } else { Ok(Self(present)) }
    }
}

impl FromRequestParts<Portal> for SignedInStudent {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let id = sessions::person(portal, &parts.headers, Kind::Student).await?.map(StudentId);
        let id = id.ok_or(Problem::SignedOut(Face::Student))?;
        let present = store::present(portal.read(), id).await?;
        present.map(Self).ok_or(Problem::SignedOut(Face::Student))
    }
}
