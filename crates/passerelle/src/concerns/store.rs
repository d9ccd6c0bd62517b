use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, raw_sql};

use super::{Concern, ConcernId};

/// Writes a concern down, unless the same is open.
/// # Errors
/// What the database said.
pub async fn insert(
    tx: &impl ConnectionTrait,
    id: ConcernId,
    concern: &Concern,
    now: Millis,
) -> Result<(), DbErr> {
    let (kind, school, student) = (concern.kind.name(), concern.school, concern.student);
    let (guardian, raised_by) = (concern.guardian, concern.raised_by);
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO concerns (id, school_id, student_id, kind, guardian_id, raised_by, raised_at)
           SELECT {id}, {school}, {student}, {kind}, {guardian}, {raised_by}, {now}
           WHERE NOT EXISTS (SELECT 1 FROM concerns WHERE student_id = {student} AND kind = {kind} AND settled_at IS NULL
                             AND (guardian_id = {guardian} OR (guardian_id IS NULL AND {guardian} IS NULL)))"#
    ))
    .await?;
    Ok(())
}
