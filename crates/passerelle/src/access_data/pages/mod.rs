//! The pages: the hub of accounts, the list, its file, the reach board.

mod download;
mod filter;
mod hub;
mod list;
mod reach;

use std::sync::Arc;

use crate::{student_filters::KnownChoices, web::Routes};

/// The routes of this slice.
pub fn routes() -> Routes {
    let known = Arc::new(KnownChoices::default());
    let list =
        move |counsellor, state, reader, query| list::show(known.clone(), counsellor, state, reader, query);
    Routes::new()
        .get("/staff/{school}/accounts", hub::show)
        .get("/staff/{school}/accounts/access-data", list)
        .get("/staff/{school}/accounts/access-data.csv", download::send)
        .get("/staff/{school}/accounts/reach", reach::show)
}
