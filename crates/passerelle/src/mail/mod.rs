//! The portal's mail: writing one, and getting it to the mail server.
//!
//! Every mail is composed of the same few pieces, so that its text and its HTML say the same. It is
//! written into the outbox in the transaction of what causes it.

mod compose;
mod deliver;
mod pages;

pub use compose::Mail;
pub use deliver::{Couriers, round, sender, server, start, sweep, warning};
pub use pages::demo_routes;
