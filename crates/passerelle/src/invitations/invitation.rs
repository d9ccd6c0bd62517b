use database::Millis;
use sea_orm::FromQueryResult;

use super::InvitationId;

/// How long a mail may wait before its student is told that it waits. Shorter waits are none.
const WAITING_AFTER_MS: Millis = 2 * 60 * 1000;

/// An invitation as its student sees it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Invitation {
    pub id: InvitationId,
    /// The address as it was typed.
    pub email: String,
    pub created_at: Millis,
    pub expires_at: Millis,
    pub withdrawn_at: Option<Millis>,
    /// « Ce n'est pas pour moi ».
    pub refused_at: Option<Millis>,
    pub code_used_at: Option<Millis>,
    pub code_deleted_at: Option<Millis>,
    /// `waiting`, `sent`, `refused` or `given-up`.
    pub mail_state: String,
    /// Since when the address refuses mail.
    pub address_refused_at: Option<Millis>,
}

/// Where an invitation is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvitationState {
    /// The mail has left, or leaves at any moment.
    Sent,
    /// The mail hasn't left yet: the mail server can't be reached.
    Waiting,
    /// The mail can't be delivered.
    Undelivered,
    /// Somebody was linked with the code, at this instant.
    Used(Millis),
    /// The code has ended of itself.
    Expired,
    /// The student took it back, the school deleted the code, or whoever got it refused it.
    Closed,
}

impl InvitationState {
    /// Whether its code can still be used.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Sent | Self::Waiting | Self::Undelivered)
    }

    /// The key of what the student reads about it; `day` in it is [`Invitation::day`].
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sent => "invitations-state-sent",
            Self::Waiting => "invitations-state-waiting",
            Self::Undelivered => "invitations-state-undelivered",
            Self::Used(_) => "invitations-state-used",
            Self::Expired => "invitations-state-expired",
            Self::Closed => "invitations-state-closed",
        }
    }
}

impl Invitation {
    /// Where it is at this instant.
    pub fn state(&self, now: Millis) -> InvitationState {
        if let Some(at) = self.code_used_at {
            return InvitationState::Used(at);
        }
        if self.withdrawn_at.or(self.refused_at).or(self.code_deleted_at).is_some() {
            return InvitationState::Closed;
        }
        if now >= self.expires_at {
            return InvitationState::Expired;
        }
        let waits_long = now - self.created_at > WAITING_AFTER_MS;
        match self.mail_state.as_str() {
            _ if self.address_refused_at.is_some() => InvitationState::Undelivered,
            "refused" | "given-up" => InvitationState::Undelivered,
            "waiting" if waits_long => InvitationState::Waiting,
            _ => InvitationState::Sent,
        }
    }

    /// The day that its sentence names: when it left, was used or ended.
    pub fn day(&self, now: Millis) -> Millis {
        match self.state(now) {
            InvitationState::Used(at) => at,
            InvitationState::Expired => self.expires_at,
            _ => self.created_at,
        }
    }
}
