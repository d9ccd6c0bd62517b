//! What the audit keeps about passwords.

use uuid::Uuid;

use crate::{audit::Event, schools::SchoolId, sessions::Kind, students::StudentId};

/// Makes the event of a password that its holder changed.
macro_rules! own_password_event {
    ($(#[$doc:meta])* $name:ident, $event:literal) => {
        $(#[$doc])*
        pub struct $name {
            pub kind: Kind,
            pub person: Uuid,
        }

        impl Event for $name {
            const NAME: &'static str = $event;
            fn student(&self) -> Option<Uuid> {
                (self.kind == Kind::Student).then_some(self.person)
            }
            fn details(&self) -> String {
                format!("{}={}", self.kind.name(), self.person)
            }
        }
    };
}

own_password_event!(
    /// Somebody who is signed in chose another password.
    PasswordChanged,
    "password-changed"
);
own_password_event!(
    /// Somebody chose a new password through a mailed link.
    PasswordReset,
    "password-reset"
);

/// The staff handed a student a temporary password.
pub struct TemporaryPasswordSet {
    pub student: StudentId,
    pub school: SchoolId,
}

impl Event for TemporaryPasswordSet {
    const NAME: &'static str = "temporary-password-set";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
}
