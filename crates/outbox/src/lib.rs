//! Mails waiting to leave. A mail is a row, written in the transaction of what caused it; couriers
//! claim rows by leases, hand them to a mail server and write down what became of each.
//!
//! A kill at any point loses nothing. It can double at most the mail that was in flight, under the same
//! Message-ID.

mod courier;
mod lane;
mod mail;
pub mod message;
mod retry;
pub mod smtp;
pub mod store;

pub use courier::{Courier, Office, Round, Route, Settings};
/// What a waiting mail's content rests under: it may hold a code or a link that signs somebody in.
pub use sealing::Keys as MailKeys;

/// Sets the keys of mails apart from those of other uses.
pub const KEY_LABEL: &str = "passerelle/outbox/seal/v1";
pub use mail::{Content, MailId, MailRow, NewMail, State, Urgency};
pub use store::{address_key, call_back, put, refused_at};

/// The library's types that settings are made of.
pub use lettre::{Address, message::Mailbox};

use database::Millis;

/// How long a mail is tried before it is given up.
pub const GIVE_UP_AFTER_MS: Millis = 3 * database::DAY_MS;
