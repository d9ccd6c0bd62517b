use uuid::Uuid;

use crate::{audit::Event, guardians::GuardianId, schools::SchoolId};

/// A parent or guardian opened an account, with the code of a student of this school.
pub struct AccountOpened {
    pub guardian: GuardianId,
    pub school: SchoolId,
}

impl Event for AccountOpened {
    const NAME: &'static str = "account-opened";
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        format!("guardian={}", self.guardian)
    }
}
