use database::Millis;
use sea_orm::{ConnectionTrait, DbErr};

use crate::{
    guardians::store::Account,
    mailed_links::{self, Purpose},
};

/// An account's e-mail as its holder sees it.
#[derive(Clone, Debug)]
pub struct ShownEmail {
    /// Empty where its owner has refused it.
    pub email: String,
    pub is_confirmed: bool,
    /// The address that takes its place once it is proved.
    pub waiting: Option<String>,
}

impl ShownEmail {
    pub const fn is_refused(&self) -> bool {
        self.email.is_empty()
    }
}

/// What to show of an account's e-mail. Before it is confirmed, that is the address that the open link
/// was asked for: so that one that has an account already looks like any other.
/// # Errors
/// What the database said.
pub async fn shown(db: &impl ConnectionTrait, account: &Account, now: Millis) -> Result<ShownEmail, DbErr> {
    let is_confirmed = account.email_confirmed_at.is_some();
    let purpose = if is_confirmed { Purpose::ChangeEmail } else { Purpose::ConfirmEmail };
    let asked = mailed_links::open_of(db, purpose, account.id.0, now).await?.and_then(|link| link.email);
    Ok(match (is_confirmed, asked) {
        (true, waiting) => ShownEmail { email: account.email.clone(), is_confirmed, waiting },
        (false, asked) => {
            let email = asked.unwrap_or_else(|| account.email.clone());
            ShownEmail { email, is_confirmed, waiting: None }
        }
    })
}
