use uuid::Uuid;

use crate::{audit::Event, schools::SchoolId};

/// The audit left the portal as a file.
pub struct AuditExported {
    pub school: SchoolId,
    pub rows: usize,
}

impl Event for AuditExported {
    const NAME: &'static str = "audit-exported";
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        format!("rows={}", self.rows)
    }
}
