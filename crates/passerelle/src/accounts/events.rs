//! What the audit keeps about accounts.

use uuid::Uuid;

use crate::{audit::Event, guardians::GuardianId, schools::SchoolId, students::StudentId};

/// Makes the event of a guardian's own account.
macro_rules! account_event {
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

account_event!(
    /// A guardian changed their name.
    NameChanged,
    "name-changed"
);
account_event!(
    /// A guardian chose the language of their mails.
    LanguageChanged,
    "language-changed"
);
account_event!(
    /// A guardian downloaded all their data.
    DataExported,
    "data-exported"
);
account_event!(
    /// A guardian closed their account.
    AccountClosed,
    "account-closed"
);

/// A link ended because its guardian closed their account.
pub struct GuardianLeft {
    pub guardian: GuardianId,
    pub student: StudentId,
    pub school: SchoolId,
}

impl Event for GuardianLeft {
    const NAME: &'static str = "guardian-left";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        format!("guardian={}", self.guardian)
    }
}

/// Somebody ended sessions of their own on other devices.
pub struct SessionsEnded {
    pub sessions: u64,
}

impl Event for SessionsEnded {
    const NAME: &'static str = "sessions-ended";
    fn details(&self) -> String {
        format!("sessions={}", self.sessions)
    }
}
