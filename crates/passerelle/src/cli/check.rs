use clap::Subcommand;

use super::{Failure, say};
use crate::{config::Config, schema};

#[derive(Subcommand)]
pub enum ConfigCommand {
    /// Check the settings and whether the database answers
    #[command(after_help = "Example:\n  passerelle config check --config /etc/passerelle.toml")]
    Check,
}

/// Says what the settings come to; secrets and the database's password aren't shown.
pub async fn run(config: &Config) -> Result<(), Failure> {
    say(&format!("listen        {}", config.listen));
    say(&format!("base_url      {}", config.base_url));
    say(&format!("data_dir      {}", config.data_dir.display()));
    say(&format!(
        "secret_file   {}{}",
        config.secret_file.display(),
        if config.secret_file.exists() { "" } else { " (made on first start)" }
    ));
    say(&format!("time_zone     {}", config.zone.iana_name().unwrap_or("?")));
    say(&format!(
        "mail          {}",
        config.smtp_url.as_ref().map_or_else(
            || "none: it waits".to_owned(),
            |url| format!("{}://{}", url.scheme(), url.host_str().unwrap_or_default())
        )
    ));
    let file =
        config.database_url.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
    if file.is_some_and(|path| !std::path::Path::new(path).exists()) {
        say("database      sqlite (made on first start)");
    } else {
        let database = database::Database::connect(&config.database_url, 2).await?;
        let pending = schema::pending(&database).await?;
        say(&format!(
            "database      answers, {}",
            if pending == 0 {
                "up to date".to_owned()
            } else {
                format!("{pending} changes to run (passerelle migrate)")
            }
        ));
    }
    say("All settings are good.");
    Ok(())
}
