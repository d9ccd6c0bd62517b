//! What the audit keeps about restrictions: that and whom, never why.

use uuid::Uuid;

use crate::{
    audit::Event, guardians::GuardianId, guardianships::restrictions::RestrictionId, schools::SchoolId,
    students::StudentId,
};

/// An adult is kept away from a student.
pub struct RestrictionMade {
    pub restriction: RestrictionId,
    pub guardian: Option<GuardianId>,
    pub student: StudentId,
    pub school: SchoolId,
}

impl Event for RestrictionMade {
    const NAME: &'static str = "restriction-made";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        let guardian = self.guardian.map_or_else(String::new, |guardian| format!(" guardian={guardian}"));
        format!("restriction={}{guardian}", self.restriction)
    }
}

/// A restriction was lifted.
pub struct RestrictionLifted {
    pub restriction: RestrictionId,
    pub student: StudentId,
    pub school: SchoolId,
}

impl Event for RestrictionLifted {
    const NAME: &'static str = "restriction-lifted";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        format!("restriction={}", self.restriction)
    }
}

/// New links of a student wait for the school from now on, or don't any more.
pub struct VerificationSwitched {
    pub on: bool,
    pub student: StudentId,
    pub school: SchoolId,
}

impl Event for VerificationSwitched {
    const NAME: &'static str = "verification-switched";
    fn student(&self) -> Option<Uuid> {
        Some(self.student.0)
    }
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        format!("on={}", self.on)
    }
}
