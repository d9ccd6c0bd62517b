//! Every statement of this slice; it only reads.

pub mod accounts;
pub mod reach;
