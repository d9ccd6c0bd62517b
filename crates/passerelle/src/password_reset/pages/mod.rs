//! The pages of a forgotten password, alike on the three faces.

mod forgot;
mod new_password;

use crate::web::{Face, Routes};

/// The routes of this slice.
pub fn routes() -> Routes {
    let routes = Routes::new()
        .get("/parent/forgot", |state, reader| forgot::show(state, reader, Face::Family))
        .get("/student/forgot", |state, reader| forgot::show(state, reader, Face::Student))
        .get("/staff/forgot", |state, reader| forgot::show(state, reader, Face::Staff))
        .post("/parent/forgot", |state, reader, address, form| {
            forgot::submit(state, reader, address, form, Face::Family)
        })
        .post("/student/forgot", |state, reader, address, form| {
            forgot::submit(state, reader, address, form, Face::Student)
        })
        .post("/staff/forgot", |state, reader, address, form| {
            forgot::submit(state, reader, address, form, Face::Staff)
        });
    routes
        .get("/parent/reset/{token}", |path, state| new_password::follow(path, state, Face::Family))
        .get("/student/reset/{token}", |path, state| new_password::follow(path, state, Face::Student))
        .get("/staff/reset/{token}", |path, state| new_password::follow(path, state, Face::Staff))
        .get("/parent/reset", |state, reader, headers| {
            new_password::show(state, reader, headers, Face::Family)
        })
        .get("/student/reset", |state, reader, headers| {
            new_password::show(state, reader, headers, Face::Student)
        })
        .get("/staff/reset", |state, reader, headers| new_password::show(state, reader, headers, Face::Staff))
        .post("/parent/reset", |state, reader, headers, address, form| {
            new_password::submit(state, reader, (headers, address), form, Face::Family)
        })
        .post("/student/reset", |state, reader, headers, address, form| {
            new_password::submit(state, reader, (headers, address), form, Face::Student)
        })
        .post("/staff/reset", |state, reader, headers, address, form| {
            new_password::submit(state, reader, (headers, address), form, Face::Staff)
        })
}
