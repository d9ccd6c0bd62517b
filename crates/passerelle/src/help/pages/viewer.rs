use std::convert::Infallible;

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::{
    guardians::{self, SignedInGuardian},
    help::contacts::{self, Contact},
    portal::Portal,
    schools,
    sessions::Kind,
    staff::SignedInStaff,
    students::{self, Myself},
    web::{Face, Frame, Problem, Reader},
};

/// Who reads, if they are signed in. A session that can't be read counts as none: these pages are for
/// everybody.
pub enum Viewer {
    Nobody,
    Guardian(SignedInGuardian),
    Student(Myself),
    Staff(SignedInStaff),
}

impl FromRequestParts<Portal> for Viewer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Infallible> {
        if let Ok(guardian) = SignedInGuardian::from_request_parts(parts, portal).await {
            return Ok(Self::Guardian(guardian));
        }
        if let Ok(myself) = Myself::from_request_parts(parts, portal).await {
            return Ok(Self::Student(myself));
        }
        let staff = SignedInStaff::from_request_parts(parts, portal).await;
        Ok(staff.map_or(Self::Nobody, Self::Staff))
    }
}

impl Viewer {
    /// The frame that they know, with none of its places chosen.
    pub async fn frame(&self, portal: &Portal, reader: Reader) -> Result<Frame, Problem> {
        let mut f = match self {
            Self::Guardian(guardian) => {
                let place = guardians::frame::Place::Home;
                guardians::frame::of_guardian(portal, reader, guardian, place)
            }
            Self::Student(myself) => students::frame::of_student(portal, reader, myself, true),
            Self::Nobody | Self::Staff(_) => {
                let district = schools::store::district_name(portal.read()).await?;
                Frame::new(portal, reader, Face::Family, district)
            }
        };
        f.nav.iter_mut().for_each(|item| item.current = false);
        Ok(f)
    }

    /// Whom they may ask at their own schools.
    pub async fn contacts(&self, portal: &Portal) -> Result<Vec<Contact>, Problem> {
        let (kind, person) = match self {
            Self::Nobody => return Ok(Vec::new()),
            Self::Guardian(guardian) => (Kind::Guardian, guardian.id().0),
            Self::Student(myself) => (Kind::Student, myself.0.id.0),
            Self::Staff(staff) => (Kind::Staff, staff.id.0),
        };
        Ok(contacts::of_person(portal, kind, person).await?)
    }

    /// The staff's way back: these pages have not their rail.
    pub const fn is_staff(&self) -> bool {
        matches!(self, Self::Staff(_))
    }
}
