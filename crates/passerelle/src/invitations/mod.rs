//! A student invites a parent or guardian by e-mail: one mail with a fresh code.

use database::typed_id;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use crate::{
    codes::CodeId,
    sessions,
    web::{Routes, cookies},
};

typed_id!(
    /// Names an invitation.
    InvitationId
);

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
}

/// Whether whoever brings this secret of a mailed link for this code has read the mailbox of this
/// address: the address that the invitation went to.
/// # Errors
/// What the database said.
pub async fn proves_address(
    db: &impl ConnectionTrait,
    code: CodeId,
    secret: &str,
    email_key: &str,
) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Found {
        #[expect(dead_code, reason = "that there is a row is the answer")]
        id: InvitationId,
    }
    let Some(secret) = cookies::decode(secret) else { return Ok(false) };
    let hash = sessions::hash(&secret);
    let found = Found::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id FROM invitations WHERE token_hash = {hash} AND code_id = {code} AND email_key = {email_key}"#
    ));
    Ok(found.one(db).await?.is_some())
}
