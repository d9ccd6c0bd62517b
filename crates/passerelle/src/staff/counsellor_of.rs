use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use serde::Deserialize;

use super::{RoleKind, SignedInStaff, StaffId};
use crate::{
    audit::Actor,
    portal::Portal,
    schools::{self, School, SchoolId},
    web::Problem,
};

/// Proof that the viewer counsels in the school that the address names: as its counsellor, its
/// administrator or the district's. Only this extractor makes one.
pub struct CounsellorOf {
    staff: SignedInStaff,
    school: School,
    role: RoleKind,
}

#[derive(Deserialize)]
struct InSchool {
    school: String,
}

impl CounsellorOf {
    pub const fn school(&self) -> &School {
        &self.school
    }

    pub const fn school_id(&self) -> SchoolId {
        self.school.id
    }

    pub const fn id(&self) -> StaffId {
        self.staff.id
    }

    pub const fn staff(&self) -> &SignedInStaff {
        &self.staff
    }

    pub const fn role(&self) -> RoleKind {
        self.role
    }

    pub fn actor(&self) -> Actor {
        self.staff.actor()
    }

    /// An address under this school: `path` without a slash in front.
    pub fn href(&self, path: &str) -> String {
        format!("/staff/{}/{path}", self.school.short_name)
    }
}

impl FromRequestParts<Portal> for CounsellorOf {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let staff = SignedInStaff::from_request_parts(parts, portal).await?;
        let Path(InSchool { school }) =
            Path::from_request_parts(parts, portal).await.map_err(|_| Problem::NotFound)?;
        let school =
            schools::store::find_by_short_name(portal.read(), &school).await?.ok_or(Problem::NotFound)?;
        // Another school doesn't exist for them.
        let role = staff.role_in(&school).ok_or(Problem::NotFound)?;
        Ok(Self { staff, school, role })
    }
}
