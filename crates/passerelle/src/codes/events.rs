//! What the audit keeps about codes.

use uuid::Uuid;

use super::{BatchId, CodeId};
use crate::{audit::Event, schools::SchoolId, students::StudentId};

/// Codes were made for a student.
pub struct CodesCreated {
    pub batch: BatchId,
    pub student: StudentId,
    pub school: SchoolId,
    pub count: usize,
}

impl Event for CodesCreated {
    const NAME: &'static str = "codes-created";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        format!("batch={} count={}", self.batch, self.count)
    }
}

/// Makes the event of one code: what happened to it, and whose it was.
macro_rules! code_event {
    ($(#[$doc:meta])* $name:ident, $event:literal) => {
        $(#[$doc])*
        pub struct $name {
            pub code: CodeId,
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
                format!("code={}", self.code)
            }
        }
    };
}

code_event!(
    /// An unused code was deleted.
    CodeDeleted,
    "code-deleted"
);
code_event!(
    /// A code linked its student to a guardian.
    CodeUsed,
    "code-used"
);
code_event!(
    /// Somebody with a good code said that this isn't their child.
    CodeDisowned,
    "code-disowned"
);
code_event!(
    /// A restricted adult had a good code; it stays unused.
    RestrictedTried,
    "restricted-tried"
);
