use uuid::Uuid;

use super::StudentId;
use crate::{audit::Event, schools::SchoolId};

/// A member of the staff opened a student's page.
pub struct StudentLooked {
    pub student: StudentId,
    pub school: SchoolId,
}

impl Event for StudentLooked {
    const NAME: &'static str = "student-looked";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
}

/// A student's password was set on the command line.
pub struct PasswordSet {
    pub student: StudentId,
    pub school: SchoolId,
}

impl Event for PasswordSet {
    const NAME: &'static str = "student-password-set";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
}
