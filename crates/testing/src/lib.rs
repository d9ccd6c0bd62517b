//! What tests stand on.

#![expect(clippy::expect_used, reason = "what tests stand on stops the test")]

pub mod postfix;
pub mod postgres;
pub mod smtp;
