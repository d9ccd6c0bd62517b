use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use serde::Deserialize;

use super::{Selection, SelectionId, store};
use crate::{portal::Portal, staff::CounsellorOf, web::Problem};

/// Proof that the viewer counsels in the school of the selection that the address names, and made it:
/// a colleague's is none of theirs.
pub struct SelectionOf {
    pub counsellor: CounsellorOf,
    pub selection: Selection,
}

#[derive(Deserialize)]
struct Named {
    selection: SelectionId,
}

impl FromRequestParts<Portal> for SelectionOf {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let counsellor = CounsellorOf::from_request_parts(parts, portal).await?;
        let Path(Named { selection }) =
            Path::from_request_parts(parts, portal).await.map_err(|_| Problem::NotFound)?;
        let found = store::find(portal.read(), counsellor.school_id(), counsellor.id(), selection).await?;
        Ok(Self { counsellor, selection: found.ok_or(Problem::NotFound)? })
    }
}
