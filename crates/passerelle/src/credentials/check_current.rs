use super::Holder;
use crate::{
    portal::Portal,
    sessions::throttle::{self, CURRENT_PASSWORD, Wait},
    web::Problem,
};

/// Why the current password doesn't open what it is asked for. Each is one sentence in
/// `credentials.ftl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CurrentRefusal {
    Empty,
    Wrong,
    TooMany(Wait),
}

impl CurrentRefusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "credentials-current-empty",
            Self::Wrong => "credentials-current-wrong",
            Self::TooMany(_) => "credentials-current-too-many",
        }
    }

    /// How long to wait, in seconds; 0 where it can be tried again at once.
    pub const fn wait_s(self) -> i64 {
        match self {
            Self::TooMany(wait) => wait.seconds(),
            Self::Empty | Self::Wrong => 0,
        }
    }
}

/// Checks the password of somebody who is signed in already, before what only they may do: whoever
/// finds a telephone unlocked doesn't get the account. Wrong ones slow down whoever tries.
/// # Errors
/// `Ok(Err(_))`: it isn't theirs; the database is away.
pub async fn check_current(
    portal: &Portal,
    holder: &Holder,
    typed: String,
) -> Result<Result<(), CurrentRefusal>, Problem> {
    if typed.is_empty() {
        return Ok(Err(CurrentRefusal::Empty));
    }
    let bucket = [CURRENT_PASSWORD.of(&format!("{} {}", holder.kind.name(), holder.id))];
    let writer = portal.database.writer();
    if let Err(wait) = throttle::take(writer, &bucket, portal.clock.now()).await? {
        return Ok(Err(CurrentRefusal::TooMany(wait)));
    }
    if portal.passwords.matches(typed, holder.password_hash.clone()).await? {
        throttle::empty(writer, &bucket[0]).await?;
        return Ok(Ok(()));
    }
    Ok(Err(CurrentRefusal::Wrong))
}
