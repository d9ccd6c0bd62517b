use database::{Millis, typed_id};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

typed_id!(
    /// Names a mail; its Message-ID is made of it, so that a second try is the same mail.
    MailId
);

/// Which mails leave first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Urgency {
    /// Somebody waits for it: a link, a code.
    Now,
    /// One of many: it lets the others by.
    Bulk,
}

impl Urgency {
    pub(crate) const fn rank(self) -> i64 {
        match self {
            Self::Now => 0,
            Self::Bulk => 1,
        }
    }
}

/// What a mail says: both parts have the same content, in the reader's language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Content {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// BCP 47 tag, for `Content-Language` (RFC 3282).
    pub language: String,
    /// Where an answer goes; none: to nobody who reads it.
    pub reply_to: Option<String>,
}

/// A mail about to wait.
#[derive(Clone, Debug)]
pub struct NewMail<'m> {
    pub id: MailId,
    /// What kind of mail, for the queue's list: `invitation`. No names.
    pub kind: &'static str,
    /// What caused it: by this it can be called back while it waits.
    pub about: Option<Uuid>,
    /// One address, checked before: no list, no display name.
    pub to: &'m str,
    pub urgency: Urgency,
    pub content: &'m Content,
}

/// Where a mail is on its way. Every state is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It waits for its first or next try.
    Waiting,
    /// A mail server has taken it.
    Sent,
    /// A mail server refused it for good (5xx).
    Refused,
    /// No server took it within [`crate::GIVE_UP_AFTER_MS`].
    GivenUp,
    /// It was called back before it left.
    Cancelled,
}

impl State {
    /// As it stands in the column.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Refused => "refused",
            Self::GivenUp => "given-up",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        [Self::Waiting, Self::Sent, Self::Refused, Self::GivenUp, Self::Cancelled]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// A mail's row, without what it says.
#[derive(Clone, Debug, FromQueryResult)]
pub struct MailRow {
    pub id: MailId,
    pub kind: String,
    pub recipient: String,
    pub state: String,
    pub attempts: i64,
    pub due_at: Millis,
    pub last_error: Option<String>,
    pub created_at: Millis,
    pub finished_at: Option<Millis>,
}
