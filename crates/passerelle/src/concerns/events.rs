use uuid::Uuid;

use super::ConcernId;
use crate::{audit::Event, schools::SchoolId, students::StudentId};

/// The staff looked at a concern and settled it.
pub struct ConcernSettled {
    pub concern: ConcernId,
    pub student: StudentId,
    pub school: SchoolId,
}

impl Event for ConcernSettled {
    const NAME: &'static str = "concern-settled";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        format!("concern={}", self.concern)
    }
}
