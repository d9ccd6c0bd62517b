//! What the audit keeps about the list of accounts.

use uuid::Uuid;

use crate::{audit::Event, schools::SchoolId};

/// The list of accounts left the portal as a file.
pub struct AccessDataExported {
    pub school: SchoolId,
    pub rows: usize,
}

impl Event for AccessDataExported {
    const NAME: &'static str = "access-data-exported";
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        format!("rows={}", self.rows)
    }
}
