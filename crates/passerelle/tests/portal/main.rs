//! The portal as people meet it: every test is somebody doing something over HTTP, on SQLite and on
//! PostgreSQL.
#![expect(clippy::unwrap_used, reason = "tests")]

#[macro_use]
mod support;

mod access_data;
mod audit_log;
mod codes;
mod guardianships;
mod invitations;
mod mail;
mod options;
mod permissions;
mod restrictions;
mod rosters;
mod sessions;
mod sign_in;
mod sign_up;
mod student_search;
mod web;
