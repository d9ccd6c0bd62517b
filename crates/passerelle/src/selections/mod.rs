//! Students chosen one by one or by criteria, before something is done for all of them: a selection
//! grows by ticks, page after page, and is then fixed.
//!
//! Once fixed it never changes: who is in it and leaves the school later is passed over and named by
//! whoever works through it.

mod act;
mod selection_of;
mod store;

use database::{Millis, typed_id};
use sea_orm::FromQueryResult;

pub use act::{NewSelection, TickRefusal, begin, fix, select_all, select_none, tick};
pub use selection_of::SelectionOf;
pub use store::{Member, by_id, count, find, members, sweep, ticked};

use crate::{schools::SchoolId, student_filters::Asked};

typed_id!(
    /// Names a selection.
    SelectionId
);

/// A selection of a school's students.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Selection {
    pub id: SelectionId,
    pub school_id: SchoolId,
    pub fixed_at: Option<Millis>,
    criteria: String,
}

impl Selection {
    /// What its students were searched by.
    pub fn asked(&self) -> Asked {
        serde_json::from_str(&self.criteria).unwrap_or_default()
    }
}
