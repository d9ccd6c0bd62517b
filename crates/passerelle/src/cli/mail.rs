use clap::Subcommand;
use outbox::{MailId, State, smtp, store};
use wording::Language;

use super::{Failure, open, say};
use crate::{
    clock::Clock,
    config::Config,
    guardians::{Email, masked},
    mail::{self, Mail},
    portal::Portal,
    random,
};

/// How many mails that wait or failed are listed.
const MOST: i64 = 20;

#[derive(Subcommand)]
pub enum MailCommand {
    /// Send one mail now and say what the mail server answers
    #[command(after_help = "Example:\n  passerelle mail test anne@example.org")]
    Test {
        /// Where to
        address: String,
        /// Its language: fr or en
        #[arg(long, default_value = "fr")]
        language: String,
    },
    /// Say how many mails wait, have left, were refused, and why the last ones didn't leave
    #[command(after_help = "Example:\n  passerelle mail queue")]
    Queue,
}

pub async fn run(config: Config, command: MailCommand) -> Result<(), Failure> {
    let portal = open(config, Clock::system(), false, false).await?;
    match command {
        MailCommand::Test { address, language } => test(&portal, &address, &language).await,
        MailCommand::Queue => queue(&portal).await,
    }
}

/// Goes around the outbox: the operator waits for the answer.
async fn test(portal: &Portal, address: &str, language: &str) -> Result<(), Failure> {
    let email = Email::parse(address).map_err(|_| "ADDRESS: expected one e-mail address")?;
    let language = Language::from_tag(language).ok_or("--language: expected fr or en")?;
    let server = mail::server(&portal.config)?.ok_or("smtp_url is unset: mail waits")?;
    let content = Mail::new(portal, "test", email.as_str(), language, "mail-test-subject", &[])
        .say("mail-test-text", &[])
        .action("mail-test-action", "/")
        .content()?;
    let now = portal.clock.now();
    let (id, from) = (MailId::new(now, &mut random::system()), mail::sender(&portal.config)?);
    smtp::send_once(&server, id, &from, email.as_str(), &content, now).await?;
    say(&format!("{}:{} has taken the mail for {email}.", server.host, server.port));
    Ok(())
}

async fn queue(portal: &Portal) -> Result<(), Failure> {
    let counted = store::count(portal.read()).await?;
    if counted.is_empty() {
        say("No mail has been written yet.");
        return Ok(());
    }
    let day = |at| portal.catalogue.moment(Language::English, at, &portal.zone);
    for row in &counted {
        say(&format!("{:<10} {:>8}  oldest from {}", row.state, row.mails, day(row.oldest_at)));
    }
    let troubled = store::troubled(portal.read(), MOST).await?;
    for row in troubled {
        let next = if row.state == State::Waiting.name() {
            format!("next try {}", day(row.due_at))
        } else {
            row.state.clone()
        };
        say(&format!(
            "{}  {}  {}  {} tries, {next}: {}",
            day(row.created_at),
            row.kind,
            masked(&row.recipient),
            row.attempts,
            row.last_error.unwrap_or_default()
        ));
    }
    Ok(())
}
