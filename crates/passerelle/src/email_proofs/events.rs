//! What the audit keeps about e-mails; never the address.

use crate::{audit::Event, guardians::GuardianId};

/// Makes the event of one account's e-mail.
macro_rules! email_event {
    ($(#[$doc:meta])* $name:ident, $event:literal) => {
        $(#[$doc])*
        pub struct $name {
            pub guardian: GuardianId,
        }

        impl Event for $name {
            const NAME: &'static str = $event;
            fn details(&self) -> String {
                format!("guardian={}", self.guardian)
            }
        }
    };
}

email_event!(
    /// The address that an account has was proved.
    EmailConfirmed,
    "email-confirmed"
);
email_event!(
    /// Another address was proved and took its place.
    EmailChanged,
    "email-changed"
);
email_event!(
    /// An address that wasn't confirmed gave way to another.
    EmailCorrected,
    "email-corrected"
);
email_event!(
    /// The owner of an address said that the account isn't theirs.
    EmailRefused,
    "email-refused"
);
