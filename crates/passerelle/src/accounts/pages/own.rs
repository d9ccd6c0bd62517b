use axum::{extract::FromRequestParts, http::request::Parts};
use uuid::Uuid;

use crate::{
    audit::Actor,
    credentials::{self, Holder},
    guardians::{self, SignedInGuardian, frame::Place},
    portal::Portal,
    sessions::Kind,
    staff::{self, SignedInStaff},
    students::{self, Myself},
    web::{Face, Frame, Problem, Reader, address::ClientAddress},
};

/// Whoever is signed in on the face that the address names, on a page of their own account: what is the
/// same for all three asks for this.
pub struct Own {
    pub kind: Kind,
    pub id: Uuid,
    pub actor: Actor,
    pub reader: Reader,
    pub f: Frame,
}

impl Own {
    /// Their account's page.
    pub fn home(&self) -> String {
        format!("{}/account", self.kind.face().path())
    }

    /// What they sign in with.
    pub async fn holder(&self, portal: &Portal) -> Result<Holder, Problem> {
        credentials::of(portal.read(), self.kind, self.id).await?.ok_or(Problem::NotFound)
    }
}

/// The frame of a member of the staff's own pages, which are above the schools.
pub fn staff_frame(portal: &Portal, reader: Reader, staff: &SignedInStaff) -> Frame {
    let mut f = staff::frame::above_schools(portal, reader, staff);
    for item in &mut f.nav {
        item.current = false;
    }
    f
}

impl FromRequestParts<Portal> for Own {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let Ok(reader) = Reader::from_request_parts(parts, portal).await;
        let Ok(address) = ClientAddress::from_request_parts(parts, portal).await;
        let face = Face::of_path(parts.uri.path());
        let kind = Kind::of(face);
        let (id, actor, f) = match face {
            Face::Family => {
                let guardian = SignedInGuardian::from_request_parts(parts, portal).await?;
                let f = guardians::frame::of_guardian(portal, reader.clone(), &guardian, Place::Account);
                (guardian.id().0, guardian.actor(), f)
            }
            Face::Student => {
                let myself = Myself::from_request_parts(parts, portal).await?;
                let id = myself.0.id.0;
                let f = students::frame::of_student(portal, reader.clone(), &myself, false);
                (id, Actor::person(kind, id, address), f)
            }
            Face::Staff => {
                let staff = SignedInStaff::from_request_parts(parts, portal).await?;
                (staff.id.0, staff.actor(), staff_frame(portal, reader.clone(), &staff))
            }
        };
        Ok(Self { kind, id, actor, reader, f })
    }
}
