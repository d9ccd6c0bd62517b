//! Bundles as schools' systems write them, and as nobody should.
#![expect(clippy::unwrap_used, reason = "a test that can't go on should stop there")]

mod opening;
mod properties;
mod rows;
mod support;
mod text;
