//! From the criteria to the job, and the batches that came of it.

mod batch;
mod choose;
mod confirm;
mod list;
mod select;
mod summary;

use std::sync::Arc;

use crate::{
    random,
    student_filters::KnownChoices,
    web::{Routes, cookies},
};

/// The routes of this slice.
pub fn routes() -> Routes {
    let known = Arc::new(KnownChoices::default());
    let choose = move |of, state, reader, query| choose::show(known.clone(), of, state, reader, query);
    Routes::new()
        .get("/staff/{school}/codes/new", choose)
        .post("/staff/{school}/codes/new", choose::submit)
        .get("/staff/{school}/codes/new/select/{selection}", select::show)
        .post("/staff/{school}/codes/new/select/{selection}", select::submit)
        .get("/staff/{school}/codes/new/summary/{selection}", summary::show)
        .post("/staff/{school}/codes/new/summary/{selection}", summary::submit)
        .get("/staff/{school}/codes/batches", list::show)
        .get("/staff/{school}/codes/batches/{batch}", batch::show)
        .get("/staff/{school}/codes/batches/{batch}/renew", confirm::show_renewal)
        .post("/staff/{school}/codes/batches/{batch}/renew", confirm::renew)
        .get("/staff/{school}/codes/batches/{batch}/void", confirm::show_void)
        .post("/staff/{school}/codes/batches/{batch}/void", confirm::make_void)
}

/// A key for a form that makes something.
fn new_form_key() -> String {
    cookies::encode(&random::token(&mut random::system()))
}

/// The key that a form sent, or a new one where it sent none of ours.
fn form_key(sent: &str) -> String {
    if cookies::decode(sent).is_some() { sent.to_owned() } else { new_form_key() }
}
