//! What the audit keeps about invitations. Never an address.

use uuid::Uuid;

use super::InvitationId;
use crate::{audit::Event, codes::CodeId, schools::SchoolId, students::StudentId};

/// Makes the event of one invitation: what happened to it, and whose it was.
macro_rules! invitation_event {
    ($(#[$doc:meta])* $name:ident, $event:literal) => {
        $(#[$doc])*
        pub struct $name {
            pub invitation: InvitationId,
            pub code: Option<CodeId>,
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
                let code = self.code.map_or_else(String::new, |code| format!(" code={code}"));
                format!("invitation={}{code}", self.invitation)
            }
        }
    };
}

invitation_event!(
    /// A student invited somebody: a code was made and its mail written.
    InvitationSent,
    "invitation-sent"
);
invitation_event!(
    /// A student invited an adult who is restricted: no code was made and no mail leaves.
    InvitationHeld,
    "invitation-held"
);
invitation_event!(
    /// A student took an invitation back, or asked the same address anew: the code is void.
    InvitationWithdrawn,
    "invitation-withdrawn"
);
invitation_event!(
    /// Whoever got an invitation said that it isn't for them: the code is void.
    InvitationRefused,
    "invitation-refused"
);
