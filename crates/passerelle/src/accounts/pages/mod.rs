//! The pages of one's own account, on the three faces.

mod choose;
mod close;
mod devices;
mod export;
mod language;
mod name;
mod overview;
mod own;
mod password;
mod temporary;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/parent/account", overview::of_guardian)
        .get("/student/account", overview::of_student)
        .get("/staff/account", overview::of_staff)
        .get("/parent/account/name", name::show)
        .post("/parent/account/name", name::submit)
        .post("/parent/account/language", language::submit)
        .get("/parent/account/password", password::show)
        .post("/parent/account/password", password::submit)
        .get("/student/account/password", password::show)
        .post("/student/account/password", password::submit)
        .get("/staff/account/password", password::show)
        .post("/staff/account/password", password::submit)
        .post("/parent/account/devices", devices::submit)
        .post("/student/account/devices", devices::submit)
        .post("/staff/account/devices", devices::submit)
        .post("/parent/account/export", export::submit)
        .get("/parent/account/close", close::show)
        .post("/parent/account/close", close::submit)
        .get("/student/password", choose::show)
        .post("/student/password", choose::submit)
        .get("/staff/{school}/students/{student}/password", temporary::show)
        .post("/staff/{school}/students/{student}/password", temporary::submit)
}
