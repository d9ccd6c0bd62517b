//! One way to SQLite and PostgreSQL: connecting, transactions, typed ids, paging. No table of ours.
//!
//! Statements are written once, in PostgreSQL's spelling (`raw_sql!(Postgres, …)` numbers its binds
//! `$1`, which SQLite understands too), and every one is run by a test on both databases.

mod connect;
mod ids;
mod paging;

pub use connect::{Backend, ConnectError, Database, Tx};
pub use paging::{Page, PageOf};
// For the macro `typed_id!`, so that its user needs no dependency of their own.
#[doc(hidden)]
pub use {rand, sea_orm, serde, uuid};

/// An instant: milliseconds since 1970-01-01T00:00:00Z. Columns and fields end in `_at`.
pub type Millis = i64;

/// A day in milliseconds.
pub const DAY_MS: Millis = 24 * 60 * 60 * 1000;
