use std::path::PathBuf;

use clap::Subcommand;

use super::{Failure, say};
use crate::demo::roster::{self, Plan};

#[derive(Subcommand)]
pub enum Demo {
    /// Write a made-up OneRoster bundle of any size
    #[command(
        after_help = "Example:\n  passerelle demo roster --schools 3 --students 1580 --seed 1 /tmp/roster"
    )]
    Roster {
        /// How many schools
        #[arg(long, default_value_t = 3)]
        schools: usize,
        /// How many students in all
        #[arg(long, default_value_t = 1580)]
        students: usize,
        /// The same seed gives the same bundle
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The folder to write to; made if it isn't there
        folder: PathBuf,
    },
}

/// `demo roster`.
pub fn run(Demo::Roster { schools, students, seed, folder }: &Demo) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)?;
    roster::write(&Plan { schools: *schools, students: *students, seed: *seed }, folder)?;
    say(&format!("{students} students of {schools} schools are in {}.", folder.display()));
    Ok(())
}
