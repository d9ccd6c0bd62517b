//! Passerelle: the portal through which parents and guardians follow a student's career portfolio and
//! hear from the school's guidance staff.
//!
//! A folder is a capability with its rules, statements, pages and tests; `docs/ARCHITECTURE.md` is the
//! map.

pub mod access_data;
pub mod accounts;
pub mod act;
pub mod app;
pub mod audit;
pub mod audit_log;
pub mod cli;
pub mod clock;
pub mod code_batches;
pub mod codes;
pub mod concerns;
pub mod config;
pub mod credentials;
pub mod demo;
pub mod email_proofs;
pub mod guardians;
pub mod guardianships;
pub mod help;
pub mod homes;
pub mod invitations;
pub mod kept_files;
pub mod long_work;
pub mod mail;
pub mod mailed_links;
pub mod options;
pub mod password_reset;
pub mod passwords;
pub mod portal;
pub mod random;
pub mod restrictions;
pub mod rosters;
pub mod schema;
pub mod schools;
pub mod secret;
pub mod selections;
pub mod sentences;
pub mod sessions;
pub mod sign_in;
pub mod sign_up;
pub mod staff;
pub mod student_filters;
pub mod student_search;
pub mod students;
pub mod web;
pub mod workshop;
