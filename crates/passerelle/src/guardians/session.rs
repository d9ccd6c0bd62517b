use axum::{extract::FromRequestParts, http::request::Parts};

use super::{GuardianId, store};
use crate::{
    audit::Actor,
    portal::Portal,
    sessions::{self, Kind},
    web::{Problem, address::ClientAddress, frame::Face},
};

/// Proof that a parent or guardian is signed in.
pub struct SignedInGuardian {
    pub account: store::Account,
    pub address: ClientAddress,
}

impl SignedInGuardian {
    pub const fn id(&self) -> GuardianId {
        self.account.id
    }

    pub const fn actor(&self) -> Actor {
        Actor::person(Kind::Guardian, self.account.id.0, self.address)
    }
}

impl FromRequestParts<Portal> for SignedInGuardian {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let id = sessions::person(portal, &parts.headers, Kind::Guardian).await?.map(GuardianId);
        let id = id.ok_or(Problem::SignedOut(Face::Family))?;
        let account = store::find(portal.read(), id).await?.ok_or(Problem::SignedOut(Face::Family))?;
        let Ok(address) = ClientAddress::from_request_parts(parts, portal).await;
        Ok(Self { account, address })
    }
}
