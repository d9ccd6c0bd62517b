//! Typed codes that wait for their guardian's « Oui »: rows with an hour's life.

use database::{Millis, typed_id};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::CodeId;
use crate::guardians::GuardianId;

typed_id!(
    /// Names a typed code that waits for its guardian's « Oui ».
    DraftId
);

/// How long a typed code waits for its « Oui ».
pub const DRAFT_LIFE_MS: Millis = 60 * 60 * 1000;

/// Keeps a guardian's typed code until they have said whose child it is.
/// # Errors
/// What the database said.
pub async fn insert(
    tx: &impl ConnectionTrait,
    draft: DraftId,
    guardian: GuardianId,
    code: CodeId,
    now: Millis,
) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO add_child_drafts (id, guardian_id, code_id, created_at) VALUES ({draft}, {guardian}, {code}, {now})"#
    ))
    .await?;
    Ok(())
}

/// The code of a guardian's draft made since.
/// # Errors
/// What the database said.
pub async fn code_of(
    db: &impl ConnectionTrait,
    draft: DraftId,
    guardian: GuardianId,
    since: Millis,
) -> Result<Option<CodeId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        code_id: CodeId,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT code_id FROM add_child_drafts WHERE id = {draft} AND guardian_id = {guardian} AND created_at > {since}"#
    ));
    Ok(row.one(db).await?.map(|row| row.code_id))
}

/// Removes drafts past their life.
/// # Errors
/// What the database said.
pub async fn sweep(tx: &impl ConnectionTrait, now: Millis) -> Result<(), DbErr> {
    let before = now - DRAFT_LIFE_MS;
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM add_child_drafts WHERE created_at < {before}"#)).await?;
    Ok(())
}
