use crate::{audit::Event, guardians::GuardianId};

/// A parent or guardian opened an account.
pub struct AccountOpened {
    pub guardian: GuardianId,
}

impl Event for AccountOpened {
    const NAME: &'static str = "account-opened";
    fn details(&self) -> String {
        format!("guardian={}", self.guardian)
    }
}
