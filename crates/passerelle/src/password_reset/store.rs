use sea_orm::{ConnectionTrait, DbErr, raw_sql};
use uuid::Uuid;

/// Takes away what was written for a person who isn't there.
/// # Errors
/// What the database said.
pub async fn take_away(tx: &impl ConnectionTrait, person: Uuid) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM mailed_links WHERE person_id = {person}"#)).await?;
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM outbox WHERE about_id = {person}"#)).await?;
    Ok(())
}
