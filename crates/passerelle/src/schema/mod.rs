//! The tables: one file a change, written once for both databases, never edited after a release.
//!
//! A change is SQL in PostgreSQL's spelling; for SQLite the types are respelt and every table is made
//! STRICT. `migrate` runs what is new; so do every start on SQLite and every start with `--demo`.

mod m0001_schools;
mod m0002_staff;
mod m0003_students;
mod m0004_guardians;
mod m0005_activation_codes;
mod m0006_sessions;
mod m0007_sign_up;
mod m0008_audit;
mod m0009_outbox;
mod m0010_mailed_links;
mod m0011_school_options;
mod m0012_invitations;
mod m0013_newcomers;
mod m0014_accounts;
mod m0015_invitations;
mod m0017_newcomers;
mod m0018_guardian_names;
mod m0019_audit_append_only;
mod m0020_jobs;
mod m0021_selections;
mod m0022_code_batches;

use database::{Backend, Database};
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::{MigrationTrait, MigratorTrait, SchemaManager};

/// All changes, oldest first.
struct Changes;

impl MigratorTrait for Changes {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_schools::Change),
            Box::new(m0002_staff::Change),
            Box::new(m0003_students::Change),
            Box::new(m0004_guardians::Change),
            Box::new(m0005_activation_codes::Change),
            Box::new(m0006_sessions::Change),
            Box::new(m0007_sign_up::Change),
            Box::new(m0008_audit::Change),
            Box::new(m0009_outbox::Change),
            Box::new(m0010_mailed_links::Change),
            Box::new(m0011_school_options::Change),
            Box::new(m0012_invitations::Change),
            Box::new(m0013_newcomers::Change),
            Box::new(m0014_accounts::Change),
            Box::new(m0015_invitations::Change),
            Box::new(m0017_newcomers::Change),
            Box::new(m0018_guardian_names::Change),
            Box::new(m0019_audit_append_only::Change),
            Box::new(m0020_jobs::Change),
            Box::new(m0021_selections::Change),
            Box::new(m0022_code_batches::Change),
        ]
    }
}

/// Runs the changes that this database hasn't seen; none is run twice.
/// # Errors
/// What the database said; changes before the failing one stay done.
pub async fn migrate(database: &Database) -> Result<(), DbErr> {
    Changes::up(database.writer(), None).await
}

/// How many changes this database hasn't seen.
/// # Errors
/// What the database said.
pub async fn pending(database: &Database) -> Result<usize, DbErr> {
    Ok(Changes::get_pending_migrations(database.writer()).await?.len())
}

/// Runs the statements of one change, each ending in `;` at a line's end.
async fn run(manager: &SchemaManager<'_>, statements: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let backend = backend(manager);
    for statement in statements.split(";\n").map(str::trim).filter(|text| !text.is_empty()) {
        connection.execute_unprepared(&spelt_for(backend, statement)).await?;
    }
    Ok(())
}

/// Which database this is.
fn backend(manager: &SchemaManager<'_>) -> Backend {
    match manager.get_connection().get_database_backend() {
        DbBackend::Sqlite => Backend::Sqlite,
        _ => Backend::Postgres,
    }
}

/// Respells a statement's types for the database; on SQLite every table is made STRICT.
fn spelt_for(backend: Backend, statement: &str) -> String {
    if backend == Backend::Postgres {
        return statement.to_owned();
    }
    let respelt =
        [(" UUID", " BLOB"), (" BYTEA", " BLOB"), (" BIGINT", " INTEGER"), (" BOOLEAN", " INTEGER")]
            .iter()
            .fold(statement.to_owned(), |text, (postgres, sqlite)| text.replace(postgres, sqlite));
    if respelt.starts_with("CREATE TABLE") { format!("{respelt} STRICT") } else { respelt }
}

/// Makes a change of a file's statements: its name is the file's.
macro_rules! change {
    ($statements:expr) => {
        pub struct Change;

        impl sea_orm_migration::MigrationName for Change {
            fn name(&self) -> &str {
                module_path!().rsplit("::").next().unwrap_or_default()
            }
        }

        #[sea_orm_migration::async_trait::async_trait]
        impl sea_orm_migration::MigrationTrait for Change {
            async fn up(&self, manager: &sea_orm_migration::SchemaManager) -> Result<(), sea_orm::DbErr> {
                super::run(manager, $statements).await
            }
        }
    };
}
use change;
