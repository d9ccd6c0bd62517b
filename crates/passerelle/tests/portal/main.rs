//! The portal as people meet it: every test is somebody doing something over HTTP, on SQLite and on
//! PostgreSQL.
#![expect(clippy::unwrap_used, reason = "tests")]

#[macro_use]
mod support;

mod access_data;
mod accounts;
mod audit_log;
mod code_batches;
mod codes;
mod email_proofs;
mod guardianships;
mod help;
mod invitations;
mod long_work;
mod mail;
mod options;
mod password_reset;
mod permissions;
mod restrictions;
mod rosters;
mod sessions;
mod sign_in;
mod sign_up;
mod student_search;
mod web;
