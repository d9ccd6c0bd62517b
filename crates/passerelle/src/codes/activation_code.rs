use activation_code::Keyring;
use database::Millis;
use sea_orm::FromQueryResult;

use super::{BatchId, CodeId};

/// What can still be done with a code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeState {
    Usable,
    Expired,
    Used,
    Deleted,
}

/// A code that nobody has used: its row as the student's page shows it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct UnusedCode {
    pub id: CodeId,
    pub batch_id: Option<BatchId>,
    pub key_id: i64,
    pub sealed: Option<Vec<u8>>,
    pub made_by: Option<String>,
    pub made_at: Millis,
    pub expires_at: Millis,
    pub disowned_at: Option<Millis>,
    /// The address that its student's invitation mailed it to.
    pub sent_to: Option<String>,
    /// Since when that address refuses mail.
    pub refused_at: Option<Millis>,
}

impl UnusedCode {
    /// The code as people read it, « K7QM-4XTR-9HP3 »; none if the secret it was sealed with is lost.
    pub fn text(&self, keyring: &Keyring) -> Option<String> {
        let key_id = u32::try_from(self.key_id).ok()?;
        let code = keyring.open(key_id, self.sealed.as_deref()?, self.id.0.as_bytes());
        code.map(|code| code.to_string()).ok()
    }

    /// Whether it ends by this instant: at its expiry it is already over.
    pub const fn is_expired(&self, now: Millis) -> bool {
        now >= self.expires_at
    }
}
