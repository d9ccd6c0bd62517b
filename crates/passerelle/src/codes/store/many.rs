//! Statements on many codes at once.

use database::Millis;
use sea_orm::{
    ConnectionTrait, DbErr, FromQueryResult, raw_sql,
    sea_query::{Alias, Query},
};

use super::NewCode;
use crate::{codes::CodeId, staff::StaffId, students::StudentId};

/// The most codes that one statement writes: eleven binds each.
const MOST_AT_ONCE: usize = 500;

/// Writes many codes down.
/// # Errors
/// What the database said.
pub async fn insert_many(
    tx: &impl ConnectionTrait,
    rows: Vec<NewCode<'_>>,
    now: Millis,
) -> Result<(), DbErr> {
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let mut insert = Query::insert();
        insert.into_table(Alias::new("activation_codes")).columns(
            [
                "id",
                "student_id",
                "batch_id",
                "lookup",
                "key_id",
                "sealed",
                "channel",
                "sent_to",
                "made_by",
                "made_at",
                "expires_at",
            ]
            .map(Alias::new),
        );
        for new in rows.by_ref().take(MOST_AT_ONCE) {
            insert.values_panic([
                new.id.into(),
                new.student.into(),
                new.batch.into(),
                new.lookup.into(),
                i64::from(new.key_id).into(),
                new.sealed.into(),
                if new.sent_to.is_some() { "email" } else { "screen" }.into(),
                new.sent_to.into(),
                new.made_by.into(),
                now.into(),
                new.expires_at.into(),
            ]);
        }
        tx.execute(&insert).await?;
    }
    Ok(())
}

/// A code that was just deleted.
#[derive(FromQueryResult)]
pub struct DeletedCode {
    pub id: CodeId,
    pub student_id: StudentId,
    /// How it left.
    pub channel: String,
}

/// Deletes those of these codes that nobody has used, erases their sealed form, and gives them.
/// # Errors
/// What the database said.
pub async fn delete_many(
    tx: &impl ConnectionTrait,
    codes: &[CodeId],
    by: StaffId,
    now: Millis,
) -> Result<Vec<DeletedCode>, DbErr> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let codes = codes.to_vec();
    DeletedCode::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE activation_codes SET deleted_at = {now}, deleted_by = {by}, sealed = NULL
           WHERE id IN ({..codes}) AND used_at IS NULL AND deleted_at IS NULL RETURNING id, student_id, channel"#
    ))
    .all(tx)
    .await
}
