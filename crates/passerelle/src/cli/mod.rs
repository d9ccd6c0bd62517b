//! Commands: what an operator types. They call the same acts as pages.

mod check;
mod demo;
mod import;
mod mail;
mod migrate;
mod people;
mod serve;

use std::{error::Error, io::Write as _, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{
    clock::Clock,
    config::{self, Config, Flags},
    passwords::Passwords,
    portal::{Parts, Portal},
    random, secret, sentences,
};

/// Passerelle, the portal for parents and guardians
#[derive(Parser)]
#[command(
    name = "passerelle",
    version,
    after_help = "Settings are read from passerelle.toml, PASSERELLE_… variables and --set flags; see passerelle.toml.example."
)]
struct Cli {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start the portal
    #[command(
        after_help = "Examples:\n  passerelle serve\n  passerelle serve --demo --set listen=127.0.0.1:9000"
    )]
    Serve {
        /// Bring the database up to date and fill an empty one with demonstration data
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database up to date
    #[command(
        after_help = "Example:\n  PASSERELLE_DATABASE_URL=postgres://passerelle@localhost/passerelle passerelle migrate"
    )]
    Migrate,
    /// Take in students, staff and classes from the school's information system
    #[command(subcommand)]
    Import(import::Import),
    /// Staff accounts
    #[command(subcommand)]
    Staff(people::Staff),
    /// Student accounts
    #[command(subcommand)]
    Student(people::Student),
    /// Mail: whether it leaves, and what waits
    #[command(subcommand)]
    Mail(mail::MailCommand),
    /// The settings
    #[command(subcommand)]
    Config(check::ConfigCommand),
    /// Demonstration data
    #[command(subcommand)]
    Demo(demo::Demo),
}

/// What a command failed with: a sentence for the operator.
type Failure = Box<dyn Error + Send + Sync>;

/// Runs the command line; failures are one line on standard error.
pub fn run() -> ExitCode {
    match start(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "passerelle: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn start(cli: Cli) -> Result<(), Failure> {
    // Needs no settings: it writes files.
    if let Command::Demo(command) = cli.command {
        return demo::run(&command);
    }
    let config = config::load(&cli.flags)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve { demo } => serve::run(config, demo).await,
            Command::Migrate => migrate::run(&config).await,
            Command::Import(command) => import::run(config, command).await,
            Command::Staff(command) => people::staff(config, command).await,
            Command::Student(command) => people::student(config, command).await,
            Command::Mail(command) => mail::run(config, command).await,
            Command::Config(check::ConfigCommand::Check) => check::run(&config).await,
            Command::Demo(command) => demo::run(&command),
        }
    })
}

/// Says a line to whoever typed the command.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Opens the portal for a command: the database up to date (`migrate`), the secret at hand.
async fn open(config: Config, clock: Clock, demo: bool, migrate: bool) -> Result<Portal, Failure> {
    std::fs::create_dir_all(&config.data_dir).map_err(|error| {
        format!("data_dir: expected a folder that can be made at {} ({error})", config.data_dir.display())
    })?;
    let connections = std::thread::available_parallelism()
        .map_or(4, |cores| u32::try_from(cores.get() * 2).unwrap_or(8).clamp(4, 32));
    let database = database::Database::connect(&config.database_url, connections).await?;
    if migrate || database.backend() == database::Backend::Sqlite {
        crate::schema::migrate(&database).await?;
    } else if crate::schema::pending(&database).await? > 0 {
        return Err("the database isn't up to date: run passerelle migrate first".into());
    }
    let mut random = random::system();
    let may_make =
        !crate::codes::any(database.read()).await? && !outbox::store::any_waiting(database.read()).await?;
    let secrets = secret::read(&config.secret_file, may_make, &mut random)
        .map_err(|error| format!("secret_file: {} ({error}). Unused activation codes can't be read without the secret they were sealed with", config.secret_file.display()))?;
    Ok(Portal::new(Parts {
        catalogue: sentences::catalogue()?,
        passwords: Passwords::new(&mut random)?,
        zone: config.zone.clone(),
        database,
        clock,
        keyring: secrets.codes,
        mail_keys: secrets.mail,
        file_keys: secrets.files,
        demo,
        config,
    }))
}
