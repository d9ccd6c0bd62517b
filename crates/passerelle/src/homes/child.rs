use askama::Template;
use axum::{extract::State, response::Response};

use crate::{
    guardians::frame::{self, Place},
    guardianships::{GuardianOf, store::Child},
    portal::Portal,
    web::{Frame, Problem, Reader, page},
};

#[derive(Template)]
#[template(path = "homes/child.html")]
struct ChildPage {
    f: Frame,
    in_error: bool,
    child: Child,
}

/// One child: what the roster knows, and the place where the portfolio comes.
pub async fn show(of: GuardianOf, State(portal): State<Portal>, reader: Reader) -> Result<Response, Problem> {
    let f = frame::of_guardian(&portal, reader, &of.guardian, Place::Children);
    let shown = ChildPage { in_error: false, child: of.child, f };
    page(&shown.f, &shown)
}
