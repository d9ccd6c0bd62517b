use askama::Template;
use axum::{extract::State, response::Response};

use crate::{
    guardians::frame::{self, Place},
    guardianships::{
        GuardianOf, NEWS_MS,
        circle::{self, Other},
        store::Child,
    },
    options,
    portal::Portal,
    web::{Frame, Problem, Reader, page},
};

#[derive(Template)]
#[template(path = "homes/child.html")]
struct ChildPage {
    f: Frame,
    in_error: bool,
    child: Child,
    others: Others,
}

/// The other guardians, as far as this one may know of them.
enum Others {
    /// Each by name: the school's option says so. None of them is « nobody else ».
    Named(Vec<Other>),
    /// Only that one was linked, on a day of this month.
    Newcomer { linked_at: i64 },
    /// Nothing, not even whether there are any.
    Untold,
}

impl Others {
    async fn load(portal: &Portal, of: &GuardianOf) -> Result<Self, Problem> {
        let (db, child, me) = (portal.read(), &of.child, of.guardian.id());
        if options::of_school(db, child.school_id).await?.name_other_guardians {
            return Ok(Self::Named(circle::others(db, child.id, me).await?));
        }
        let since = portal.clock.now() - NEWS_MS;
        let newest = circle::linked_after(db, child.id, me, since).await?.into_iter().next();
        Ok(newest.map_or(Self::Untold, |other| Self::Newcomer { linked_at: other.linked_at }))
    }
}

/// One child: what the roster knows, and the place where the portfolio comes.
pub async fn show(of: GuardianOf, State(portal): State<Portal>, reader: Reader) -> Result<Response, Problem> {
    let f = frame::of_guardian(&portal, reader, &of.guardian, Place::Children);
    let others = Others::load(&portal, &of).await?;
    let shown = ChildPage { in_error: false, others, child: of.child, f };
    page(&shown.f, &shown)
}
