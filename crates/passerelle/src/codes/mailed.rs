//! Codes that a mail carried to an address: statements on their table.

use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::CodeId;
use crate::{staff::StaffId, students::StudentId};

/// Deletes the unused codes of a student that were mailed to this address, and gives them; at most all
/// that a student may hold.
/// # Errors
/// What the database said.
pub async fn delete_sent_to(
    tx: &impl ConnectionTrait,
    student: StudentId,
    email_key: &str,
    by: StaffId,
    now: Millis,
) -> Result<Vec<CodeId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: CodeId,
    }
    let rows = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE activation_codes SET deleted_at = {now}, deleted_by = {by}, sealed = NULL
           WHERE student_id = {student} AND lower(sent_to) = {email_key} AND used_at IS NULL AND deleted_at IS NULL
           RETURNING id"#
    ));
    Ok(rows.all(tx).await?.into_iter().map(|row| row.id).collect())
}
