use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use serde::Deserialize;

use super::store;
use crate::{guardians::SignedInGuardian, portal::Portal, students::StudentId, web::Problem};

/// Proof that the viewer is a guardian of the child that the address names.
pub struct GuardianOf {
    pub guardian: SignedInGuardian,
    pub child: store::Child,
}

#[derive(Deserialize)]
struct Named {
    child: StudentId,
}

impl FromRequestParts<Portal> for GuardianOf {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let guardian = SignedInGuardian::from_request_parts(parts, portal).await?;
        let Path(Named { child }) =
            Path::from_request_parts(parts, portal).await.map_err(|_| Problem::NotFound)?;
        let child = store::child_of(portal.read(), guardian.id(), child).await?;
        Ok(Self { guardian, child: child.ok_or(Problem::NotFound)? })
    }
}
