use std::ops::Deref;

use axum::{extract::FromRequestParts, http::request::Parts};

use super::{CounsellorOf, RoleKind};
use crate::{portal::Portal, web::Problem};

/// Proof that the viewer administers the school that the address names: as its administrator or the
/// district's. A counsellor of the school is told that the page isn't theirs; for anybody else there is
/// no such page.
pub struct AdministratorOf(CounsellorOf);

impl Deref for AdministratorOf {
    type Target = CounsellorOf;
    fn deref(&self) -> &CounsellorOf {
        &self.0
    }
}

impl FromRequestParts<Portal> for AdministratorOf {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let counsellor = CounsellorOf::from_request_parts(parts, portal).await?;
        if counsellor.role() >= RoleKind::SchoolAdministrator {
            Ok(Self(counsellor))
        } else {
            Err(Problem::Forbidden)
        }
    }
}
