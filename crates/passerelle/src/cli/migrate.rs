use super::{Failure, say};
use crate::{config::Config, schema};

/// Runs the changes that the database hasn't seen.
pub async fn run(config: &Config) -> Result<(), Failure> {
    std::fs::create_dir_all(&config.data_dir)?;
    let database = database::Database::connect(&config.database_url, 2).await?;
    schema::migrate(&database).await?;
    say("The database is up to date.");
    Ok(())
}
