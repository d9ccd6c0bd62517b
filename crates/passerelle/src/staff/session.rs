use axum::{extract::FromRequestParts, http::request::Parts};

use super::{RoleKind, StaffId, store};
use crate::{
    audit::Actor,
    portal::Portal,
    schools::{DistrictId, School, SchoolId},
    sessions::{Kind, Presented},
    web::{Problem, address::ClientAddress, frame::Face},
};

/// Proof that a member of the staff is signed in; with their roles of this moment.
pub struct SignedInStaff {
    pub id: StaffId,
    pub given_name: String,
    pub family_name: String,
    pub district: String,
    /// How many jobs of theirs aren't over.
    pub running_jobs: i64,
    roles: Vec<Role>,
    address: ClientAddress,
}

/// One role, at a school or in a district.
#[derive(Clone, Copy, Debug)]
pub struct Role {
    pub kind: RoleKind,
    pub district: DistrictId,
    pub school: Option<SchoolId>,
}

impl SignedInStaff {
    /// The strongest role that reaches this school, if any does.
    pub fn role_in(&self, school: &School) -> Option<RoleKind> {
        let reaches = |role: &&Role| match role.school {
            Some(id) => id == school.id,
            None => role.district == school.district_id,
        };
        self.roles.iter().filter(reaches).map(|role| role.kind).max()
    }

    /// Whether their roles may reach more than one school.
    pub fn serves_several(&self) -> bool {
        let first = self.roles.first().and_then(|role| role.school);
        self.roles.iter().any(|role| role.school.is_none() || role.school != first)
    }

    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    pub fn actor(&self) -> Actor {
        Actor::person(Kind::Staff, self.id.0, self.address)
    }
}

impl FromRequestParts<Portal> for SignedInStaff {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let presented = Presented::by(portal, &parts.headers, Kind::Staff);
        let presented = presented.ok_or(Problem::SignedOut(Face::Staff))?;
        let rows = store::signed_in(portal.read(), &presented.token_hash, presented.used_since).await?;
        let first = rows.first().ok_or(Problem::SignedOut(Face::Staff))?;
        presented.used(portal, first.last_seen_at).await?;
        let (id, running_jobs) = (first.id, first.running_jobs);
        let (given_name, family_name, district) =
            (first.given_name.clone(), first.family_name.clone(), first.district.clone().unwrap_or_default());
        let roles = rows
            .iter()
            .filter_map(|row| {
                Some(Role {
                    kind: row.role.as_deref()?.parse().ok()?,
                    district: row.district_id?,
                    school: row.school_id,
                })
            })
            .collect();
        let Ok(address) = ClientAddress::from_request_parts(parts, portal).await;
        Ok(Self { id, given_name, family_name, district, running_jobs, roles, address })
    }
}
