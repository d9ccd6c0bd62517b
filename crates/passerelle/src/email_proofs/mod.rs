//! Proving that a guardian's e-mail is theirs: the first one, and one that takes its place.
//!
//! An address is proved by a button behind a mailed link, by having come through a mailed invitation to
//! it, or by a forgotten password's link. Until then the account works, and the only mails to it are
//! those that name no child. Whoever gets such a mail for an account that isn't theirs refuses it in
//! one step: the address is free again for its owner, and nothing else of theirs is touched.
//!
//! **Mail that waits while an address changes** goes to the address that the account had when the mail
//! was written: never to both, never to one that wasn't proved by then. Only an unconfirmed address
//! that is corrected or refused has its waiting mails called back: it may be a stranger's.
//!
//! **An address that has an account already** is told apart neither on screen nor in the account's
//! page: the answer is the same, and the mail to it says that somebody wanted to use it. Whoever asks
//! has an account, and so has held a good code: signing in afterwards teaches them no more than
//! sign-up did.

mod ask;
mod confirm;
mod disclaim;
mod events;
mod pages;
mod send;
mod shown;

pub use ask::ask_for;
pub use confirm::{LinkGone, Proved, confirm};
pub use disclaim::disclaim;
pub use pages::routes;
pub use send::send_confirmation;
pub use shown::{ShownEmail, shown};
