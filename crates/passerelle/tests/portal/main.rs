//! The portal as people meet it: every test is somebody doing something over HTTP, on SQLite and on
//! PostgreSQL.
#![expect(clippy::unwrap_used, reason = "tests")]

#[macro_use]
mod support;

mod accounts;
mod codes;
mod email_proofs;
mod password_reset;
mod permissions;
mod rosters;
mod sessions;
mod sign_in;
mod sign_up;
mod student_search;
mod web;
