use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;
use wording::Language;

use super::store;
use crate::{guardians, sessions::Kind, staff, students};

/// Somebody who signs in.
#[derive(Clone, Debug)]
pub struct Holder {
    pub kind: Kind,
    pub id: Uuid,
    /// The key of the name they sign in with; none for a student without a username.
    pub name_key: Option<String>,
    /// Where mail reaches them, if it does.
    pub email: Option<String>,
    /// Whether the e-mail is known to be theirs: a parent's or guardian's has to be proved.
    pub is_confirmed: bool,
    /// The language of their mails, where they chose one.
    pub language: Option<Language>,
    pub name: String,
    pub password_hash: Option<String>,
}

impl Holder {
    /// The words that a guesser would try first.
    pub fn own(&self) -> Vec<&str> {
        let words = [Some(self.name.as_str()), self.email.as_deref(), self.name_key.as_deref()];
        words.into_iter().flatten().filter(|word| !word.is_empty()).collect()
    }

    /// The language to write to them in, where their asking was in this one.
    pub fn language_or(&self, asked_in: Language) -> Language {
        self.language.unwrap_or(asked_in)
    }
}

/// Who signs in by this name (the key of an e-mail, a username), if their account is open. It reads as
/// many rows whether there is one or not.
/// # Errors
/// What the database said.
pub async fn find(db: &impl ConnectionTrait, kind: Kind, name_key: &str) -> Result<Option<Holder>, DbErr> {
    let id = match kind {
        Kind::Guardian => guardians::store::credentials(db, name_key).await?.map(|row| row.id.0),
        Kind::Student => students::store::credentials(db, name_key).await?.map(|row| row.id.0),
        Kind::Staff => staff::store::credentials(db, name_key).await?.map(|row| row.id.0),
    };
    of(db, kind, id.unwrap_or_else(Uuid::nil)).await
}

/// The holder of this account, if it is open.
/// # Errors
/// What the database said.
pub async fn of(db: &impl ConnectionTrait, kind: Kind, id: Uuid) -> Result<Option<Holder>, DbErr> {
    let row = match kind {
        Kind::Guardian => store::guardian(db, id).await?,
        Kind::Student => store::student(db, id).await?,
        Kind::Staff => store::staff(db, id).await?,
    };
    Ok(row.map(|row| Holder {
        kind,
        id,
        name_key: row.name_key,
        email: row.email.filter(|email| !email.is_empty()),
        is_confirmed: row.is_confirmed,
        language: row.language.as_deref().and_then(Language::from_tag),
        name: row.name,
        password_hash: row.password_hash,
    }))
}
