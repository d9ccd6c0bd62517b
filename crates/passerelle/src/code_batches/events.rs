//! What the audit keeps about batches; each code has its own event beside.

use uuid::Uuid;

use crate::{audit::Event, codes::BatchId, schools::SchoolId};

/// Makes the event of something asked for a batch.
macro_rules! batch_event {
    ($(#[$doc:meta])* $name:ident, $event:literal) => {
        $(#[$doc])*
        pub struct $name {
            pub batch: BatchId,
            pub school: SchoolId,
            /// How many students or codes it was asked for.
            pub count: i64,
        }

        impl Event for $name {
            const NAME: &'static str = $event;
            fn school(&self) -> Option<Uuid> {
                Some(self.school.0)
            }
            fn details(&self) -> String {
                format!("batch={} count={}", self.batch, self.count)
            }
        }
    };
}

batch_event!(
    /// Codes were asked for, for many students.
    BatchAsked,
    "batch-asked"
);
batch_event!(
    /// The unused codes of a batch were to be replaced.
    BatchRenewed,
    "batch-renewed"
);
batch_event!(
    /// The unused codes of a batch were to serve no more.
    BatchVoided,
    "batch-voided"
);
