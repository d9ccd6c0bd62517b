//! Links that mails carry, each good once and for a while: to choose a new password, to prove an
//! address. Only a hash is kept, and a link of one purpose never serves another.

use axum::http::HeaderMap;
use database::Millis;
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use uuid::Uuid;

use crate::{
    portal::Portal,
    random,
    sessions::{self, Kind},
    web::cookies::{self, Cookie},
};

/// What a link is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// Choosing a new password.
    ResetPassword,
    /// Proving that an account's address is its owner's; also carries « ce compte n'est pas le mien ».
    ConfirmEmail,
    /// Proving an address that is to take the place of the account's.
    ChangeEmail,
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Self::ResetPassword => "reset-password",
            Self::ConfirmEmail => "confirm-email",
            Self::ChangeEmail => "change-email",
        }
    }

    /// How long such a link is good.
    pub const fn life_ms(self) -> Millis {
        match self {
            Self::ResetPassword => 60 * 60 * 1000,
            Self::ConfirmEmail => 7 * database::DAY_MS,
            Self::ChangeEmail => database::DAY_MS,
        }
    }
}

/// Whom a link is about.
#[derive(Clone, Debug, FromQueryResult)]
pub struct MailedLink {
    pub person_id: Uuid,
    /// The address that it was mailed to, as it was then.
    pub email: Option<String>,
    pub created_at: Millis,
}

/// Makes a link for a person and gives its token, 64 hexadecimal digits of 256 random bits. Earlier
/// links of the same purpose and person are void from now on.
/// # Errors
/// What the database said.
pub async fn make(
    tx: &impl ConnectionTrait,
    purpose: Purpose,
    kind: Kind,
    person: Uuid,
    email: &str,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<String, DbErr> {
    void(tx, purpose, person, now).await?;
    let token = random::token(random);
    let (hash, purpose_name, kind, expires_at) =
        (sessions::hash(&token), purpose.name(), kind.name(), now + purpose.life_ms());
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO mailed_links (token_hash, purpose, person_kind, person_id, email, created_at, expires_at)
           VALUES ({hash}, {purpose_name}, {kind}, {person}, {email}, {now}, {expires_at})"#
    ))
    .await?;
    Ok(cookies::encode(&token))
}

/// The link behind a token, while it is good. Nothing is spent.
/// # Errors
/// What the database said.
pub async fn find(
    db: &impl ConnectionTrait,
    purpose: Purpose,
    kind: Kind,
    token: &str,
    now: Millis,
) -> Result<Option<MailedLink>, DbErr> {
    let Some(token) = cookies::decode(token) else { return Ok(None) };
    let (hash, purpose, kind) = (sessions::hash(&token), purpose.name(), kind.name());
    MailedLink::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT person_id, email, created_at FROM mailed_links
           WHERE token_hash = {hash} AND purpose = {purpose} AND person_kind = {kind}
             AND used_at IS NULL AND expires_at > {now}"#
    ))
    .one(db)
    .await
}

/// Spends a link: of any number of tries at once one gets it.
/// # Errors
/// What the database said.
pub async fn consume(
    tx: &impl ConnectionTrait,
    purpose: Purpose,
    kind: Kind,
    token: &str,
    now: Millis,
) -> Result<Option<MailedLink>, DbErr> {
    let Some(token) = cookies::decode(token) else { return Ok(None) };
    let (hash, purpose, kind) = (sessions::hash(&token), purpose.name(), kind.name());
    MailedLink::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE mailed_links SET used_at = {now}
           WHERE token_hash = {hash} AND purpose = {purpose} AND person_kind = {kind}
             AND used_at IS NULL AND expires_at > {now}
           RETURNING person_id, email, created_at"#
    ))
    .one(tx)
    .await
}

/// The newest link of a purpose that a person still has open.
/// # Errors
/// What the database said.
pub async fn open_of(
    db: &impl ConnectionTrait,
    purpose: Purpose,
    person: Uuid,
    now: Millis,
) -> Result<Option<MailedLink>, DbErr> {
    let purpose = purpose.name();
    MailedLink::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT person_id, email, created_at FROM mailed_links
           WHERE person_id = {person} AND purpose = {purpose} AND used_at IS NULL AND expires_at > {now}
           ORDER BY created_at DESC LIMIT 1"#
    ))
    .one(db)
    .await
}

/// Makes a person's open links of a purpose void.
/// # Errors
/// What the database said.
pub async fn void(
    tx: &impl ConnectionTrait,
    purpose: Purpose,
    person: Uuid,
    now: Millis,
) -> Result<(), DbErr> {
    let purpose = purpose.name();
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE mailed_links SET used_at = {now} WHERE person_id = {person} AND purpose = {purpose} AND used_at IS NULL"#
    ))
    .await?;
    Ok(())
}

/// The token that this browser brought from a mail and that its cookie keeps.
pub fn token_of<'h>(portal: &Portal, headers: &'h HeaderMap) -> &'h str {
    cookies::read(portal, headers, Cookie::MailedLink).unwrap_or_default()
}

/// Removes links that ended a while ago.
/// # Errors
/// What the database said.
pub async fn sweep(tx: &impl ConnectionTrait, now: Millis) -> Result<(), DbErr> {
    let before = now - 30 * database::DAY_MS;
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM mailed_links WHERE expires_at < {before}"#)).await?;
    Ok(())
}
