//! Guardians get what lists sort and search them by. The keys are made by this program and not by the
//! database, so the accounts that are there already get theirs here, row by row.

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait::async_trait};
use uuid::Uuid;
use wording::names;

const STATEMENTS: &str = r"
ALTER TABLE guardians ADD COLUMN sort_key BYTEA;

ALTER TABLE guardians ADD COLUMN search_key TEXT;

CREATE INDEX guardianships_removed ON guardianships (student_id) WHERE removed_at IS NOT NULL;
";

/// How many accounts are read at once.
const MOST: i64 = 1_000;

pub struct Change;

impl MigrationName for Change {
    fn name(&self) -> &str {
        module_path!().rsplit("::").next().unwrap_or_default()
    }
}

#[async_trait]
impl MigrationTrait for Change {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, STATEMENTS).await?;
        let mut after = Uuid::nil();
        while let Some(last) = key_some(manager.get_connection(), after).await? {
            after = last;
        }
        Ok(())
    }
}

#[derive(FromQueryResult)]
struct Named {
    id: Uuid,
    name: String,
}

/// Gives the next accounts their keys; the last one's id, if there was any.
async fn key_some(tx: &impl ConnectionTrait, after: Uuid) -> Result<Option<Uuid>, DbErr> {
    let some = Named::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, name FROM guardians WHERE id > {after} ORDER BY id LIMIT {MOST}"#
    ))
    .all(tx)
    .await?;
    for row in &some {
        let (id, sort_key, search_key) = (row.id, names::sort_key(&row.name, ""), names::fold(&row.name));
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE guardians SET sort_key = {sort_key}, search_key = {search_key} WHERE id = {id}"#
        ))
        .await?;
    }
    Ok(some.last().map(|row| row.id))
}
