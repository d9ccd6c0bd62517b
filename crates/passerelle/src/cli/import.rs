use std::path::PathBuf;

use clap::Subcommand;

use super::{Failure, open, say};
use crate::{clock::Clock, config::Config, random, rosters};

#[derive(Subcommand)]
pub enum Import {
    /// Take in a OneRoster 1.1 or 1.2 CSV bundle: a folder or a zip file
    #[command(
        after_help = "Examples:\n  passerelle import oneroster /var/spool/roster\n  passerelle import oneroster roster.zip\n\nThe same bundle may be taken in any number of times. If any row is wrong, nothing is applied."
    )]
    Oneroster {
        /// The folder or zip file
        path: PathBuf,
    },
}

/// Imports a bundle and says what changed.
pub async fn run(config: Config, Import::Oneroster { path }: Import) -> Result<(), Failure> {
    let portal = open(config, Clock::system(), false, false).await?;
    match rosters::import(&portal, &path, portal.clock.now(), &mut random::system()).await {
        Ok(summary) => {
            say(&summary.to_string());
            Ok(())
        }
        Err(rosters::ImportStopped::Refused(problems)) => {
            for problem in &problems.first {
                say(&problem.to_string());
            }
            Err(format!("{} problems; nothing was applied", problems.count).into())
        }
        Err(stopped) => Err(stopped.to_string().into()),
    }
}
