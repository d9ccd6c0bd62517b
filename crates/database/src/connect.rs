use std::{error::Error, fmt, ops::Deref, path::Path, time::Duration};

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};

/// Which of the two databases this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// Readers and the writer of one database. On PostgreSQL both are one pool; on SQLite there is one
/// writer, so that writers queue here and not on the file's lock.
#[derive(Clone, Debug)]
pub struct Database {
    readers: DatabaseConnection,
    writer: DatabaseConnection,
    backend: Backend,
}

/// A write transaction. Dropped without [`Tx::commit`], it rolls back.
pub struct Tx(DatabaseTransaction);

/// Why there is no connection.
#[derive(Debug)]
pub enum ConnectError {
    /// The URL is neither `sqlite:PATH` nor `postgres://…`.
    Url,
    /// PostgreSQL before version 15.
    TooOld,
    /// The database didn't answer as it should.
    Database(DbErr),
}

impl Database {
    /// Opens the database at `url`: `sqlite:PATH` (made if it isn't there; `/` and relative paths) or
    /// `postgres://user:password@host:port/name`. `connections` bounds the pool of readers (SQLite)
    /// or of everything (PostgreSQL).
    /// # Errors
    /// [`ConnectError`]; its text never holds the URL, which may hold a password.
    pub async fn connect(url: &str, connections: u32) -> Result<Self, ConnectError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            Self::open_sqlite(Path::new(path), connections).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let mut options = pool(url, connections);
            // A connection idle for long may have been cut by what stands between.
            options.test_before_acquire_if_idle_for(Duration::from_secs(30));
            let writer = sea_orm::Database::connect(options).await.map_err(ConnectError::Database)?;
            let too_old = "SELECT 1 / (current_setting('server_version_num')::int / 150000)";
            writer.execute_unprepared(too_old).await.map_err(|_| ConnectError::TooOld)?;
            Ok(Self { readers: writer.clone(), writer, backend: Backend::Postgres })
        } else {
            Err(ConnectError::Url)
        }
    }

    async fn open_sqlite(path: &Path, readers: u32) -> Result<Self, ConnectError> {
        let open = async |connections: u32, read_only: bool| {
            let path = path.to_owned();
            let mut options = pool("sqlite:", connections);
            options.test_before_acquire(false).map_sqlx_sqlite_opts(move |sqlite| {
                sqlite
                    .filename(&path)
                    .create_if_missing(!read_only)
                    .read_only(read_only)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(10))
                    .statement_cache_capacity(256)
                    // 8 MiB of pages a connection, and what is read often straight from the file.
                    .pragma("cache_size", "-8192")
                    .pragma("mmap_size", "268435456")
            });
            sea_orm::Database::connect(options).await.map_err(ConnectError::Database)
        };
        let writer = open(1, false).await?;
        let readers = open(readers, true).await?;
        Ok(Self { readers, writer, backend: Backend::Sqlite })
    }

    /// Where to read.
    pub const fn read(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// Which database this is: only for what SQL can't say once (types in migrations).
    pub const fn backend(&self) -> Backend {
        self.backend
    }

    /// The writing side without a transaction, for migrations and upkeep.
    pub const fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Begins a write transaction: IMMEDIATE on SQLite, since a deferred one that reads first fails
    /// as soon as another writer was faster.
    /// # Errors
    /// The database is away or stayed locked.
    pub async fn begin(&self) -> Result<Tx, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        self.writer.begin_with_options(options).await.map(Tx)
    }

    /// Whether both sides answer.
    /// # Errors
    /// What the database said.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.readers.execute_unprepared("SELECT 1").await?;
        self.writer.execute_unprepared("SELECT 1").await?;
        Ok(())
    }

    /// Closes every connection; on SQLite the write-ahead log is folded in.
    /// # Errors
    /// What the database said.
    pub async fn close(self) -> Result<(), DbErr> {
        self.readers.close().await?;
        self.writer.close().await
    }
}

impl Tx {
    /// Makes everything done in it last.
    /// # Errors
    /// The database couldn't; then nothing of it was done.
    pub async fn commit(self) -> Result<(), DbErr> {
        self.0.commit().await
    }
}

impl Deref for Tx {
    type Target = DatabaseTransaction;
    fn deref(&self) -> &DatabaseTransaction {
        &self.0
    }
}

fn pool(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .connect_timeout(Duration::from_secs(10))
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false);
    options
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url => f.write_str("expected sqlite:PATH or postgres://user@host/name"),
            Self::TooOld => f.write_str("PostgreSQL 15 or later is needed"),
            Self::Database(error) => write!(f, "the database can't be opened: {error}"),
        }
    }
}
impl Error for ConnectError {}
