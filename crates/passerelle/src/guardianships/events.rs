//! What the audit keeps about links.

use uuid::Uuid;

use crate::{audit::Event, guardians::GuardianId, schools::SchoolId, students::StudentId};

/// Makes the event of one guardian and one student.
macro_rules! link_event {
    ($(#[$doc:meta])* $name:ident, $event:literal) => {
        $(#[$doc])*
        pub struct $name {
            pub guardian: GuardianId,
            pub student: StudentId,
            pub school: SchoolId,
        }

        impl Event for $name {
            const NAME: &'static str = $event;
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
    };
}

link_event!(
    /// A code was used for a student on verification: the link waits.
    LinkRequested,
    "link-requested"
);
link_event!(
    /// The staff confirmed a waiting link.
    LinkAccepted,
    "link-accepted"
);
link_event!(
    /// The staff declined a waiting link.
    LinkDeclined,
    "link-declined"
);
link_event!(
    /// The staff removed a link.
    LinkRemoved,
    "link-removed"
);
link_event!(
    /// A guardian took a child off their account.
    GuardianLeft,
    "guardian-left"
);

/// The student or another guardian says that a linked adult shouldn't be.
pub struct LinkObjected {
    /// None where a guardian means whoever was linked, and nobody new is.
    pub guardian: Option<GuardianId>,
    pub student: StudentId,
    pub school: SchoolId,
}

impl Event for LinkObjected {
    const NAME: &'static str = "link-objected";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        self.guardian.map_or_else(String::new, |guardian| format!("guardian={guardian}"))
    }
}
