//! The state that every page, job and command gets.

use std::{ops::Deref, sync::Arc};

use activation_code::Keyring;
use database::{Database, Tx};
use jiff::tz::TimeZone;
use outbox::MailKeys;
use sea_orm::{ConnectionTrait, DbErr};
use sealing::Keys;
use wording::Catalogue;

use crate::{clock::Clock, config::Config, passwords::Passwords};

/// One portal: cheap to clone, the same for all.
#[derive(Clone)]
pub struct Portal(Arc<Parts>);

/// What a portal is made of.
pub struct Parts {
    pub database: Database,
    pub catalogue: Catalogue,
    pub clock: Clock,
    pub keyring: Keyring,
    /// What waiting mails rest under.
    pub mail_keys: MailKeys,
    /// What kept files rest under.
    pub file_keys: Keys,
    pub passwords: Passwords,
    pub config: Config,
    /// Whether this is a demonstration, whose accounts are no secret.
    pub demo: bool,
    /// The zone in which dates are shown.
    pub zone: TimeZone,
}

impl Portal {
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// Where to read.
    pub fn read(&self) -> &impl ConnectionTrait {
        self.database.read()
    }

    /// The whole address of a page, such as `/parent`, for mails and letters.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.config.base_url.as_str().trim_end_matches('/'))
    }

    /// Begins a write transaction; without a commit it rolls back.
    /// # Errors
    /// The database is away.
    pub async fn begin(&self) -> Result<Tx, DbErr> {
        self.database.begin().await
    }
}

impl Deref for Portal {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
