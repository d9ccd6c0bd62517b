use axum::{extract::FromRequestParts, http::request::Parts};

use super::{StudentId, store};
use crate::{
    portal::Portal,
    sessions::{self, Kind},
    web::{Problem, frame::Face},
};

/// Proof that a student is signed in: they see their own things.
pub struct Myself(pub store::Present);

impl FromRequestParts<Portal> for Myself {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let id = sessions::person(portal, &parts.headers, Kind::Student).await?.map(StudentId);
        let id = id.ok_or(Problem::SignedOut(Face::Student))?;
        let present = store::present(portal.read(), id).await?;
        present.map(Self).ok_or(Problem::SignedOut(Face::Student))
    }
}
