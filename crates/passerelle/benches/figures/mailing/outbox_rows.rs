//! Mails as rows: written, and how fast they leave.

use std::{path::Path, sync::Arc};

use database::Database;
use outbox::{Content, Courier, MailId, NewMail, Round, Route, Settings, Urgency, smtp};
use passerelle::{portal::Portal, random, secret};
use sea_orm::{FromQueryResult, raw_sql};
use tokio::{sync::watch, time::Instant};

use crate::{Failure, redeeming::prepared};

/// How many mails leave where the rate is measured.
const MAILS: usize = 4_000;

/// What each mail says: as long as an invitation.
pub fn content() -> Content {
    let line = "Une phrase comme le portail en écrit, avec ses accents et ses « guillemets ».\n";
    Content {
        subject: "Invitation à suivre le portfolio de votre enfant – École des Érables".to_owned(),
        text: line.repeat(14),
        html: format!("<p>{}</p>", line.repeat(36)),
        language: "fr".to_owned(),
        reply_to: Some("ecole@example.org".to_owned()),
    }
}

async fn write(database: &Database, keys: &outbox::MailKeys, mails: usize, now: i64) -> Result<(), Failure> {
    let (content, mut random) = (content(), random::system());
    let mut written = 0;
    while written < mails {
        let tx = database.begin().await?;
        for _ in 0..(mails - written).min(2_000) {
            let (id, to) = (MailId::new(now, &mut random), format!("p{written}@example.org"));
            let new = NewMail {
                id,
                kind: "figure",
                about: None,
                to: &to,
                urgency: Urgency::Bulk,
                content: &content,
            };
            outbox::put(&*tx, keys, &new, now, &mut random).await?;
            written += 1;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Mails a second out of an outbox, over four connections.
pub async fn rate(folder: &Path, url: Option<&str>, port: u16) -> Result<f64, Failure> {
    std::fs::create_dir_all(folder)?;
    let own = format!("sqlite:{}", folder.join("mails.db").display());
    let portal: Portal = prepared::portal(url.unwrap_or(&own), folder).await?;
    write(&portal.database, &portal.mail_keys, MAILS, portal.clock.now()).await?;
    let server =
        smtp::Server::new("127.0.0.1", port, smtp::Encryption::Opportunistic, None, None, "localhost")?;
    let settings = Settings {
        route: Route::Smtp(Box::new(server)),
        from: "portail@example.org".parse()?,
        connections: 4,
        per_minute: None,
        keep: false,
    };
    let (_go_on, stop) = watch::channel(false);
    let mut courier = Courier::new(Arc::new(portal), settings);
    let start = Instant::now();
    match courier.round(&stop).await? {
        Round::Done(mails) if mails == MAILS => {}
        other => return Err(format!("the mails didn't all leave: {other:?}").into()),
    }
    Ok(f64::from(u32::try_from(MAILS)?) / start.elapsed().as_secs_f64())
}

async fn open(data: &Path) -> Result<Database, Failure> {
    Ok(Database::connect(&format!("sqlite:{}", data.join("passerelle.db").display()), 1).await?)
}

/// Writes mails into the database of a portal that runs.
pub async fn write_into(data: &Path, mails: usize) -> Result<(), Failure> {
    let database = open(data).await?;
    let secrets = secret::read(&data.join("secret.key"), false, &mut random::system())?;
    write(&database, &secrets.mail, mails, passerelle::clock::Clock::system().now()).await?;
    Ok(database.close().await?)
}

/// How many mails of that portal still wait.
pub async fn waiting(data: &Path) -> Result<i64, Failure> {
    #[derive(FromQueryResult)]
    struct Counted {
        mails: i64,
    }
    let database = open(data).await?;
    let counted = raw_sql!(Postgres, r#"SELECT count(*) AS mails FROM outbox WHERE state = 'waiting'"#);
    let counted = Counted::find_by_statement(counted).one(database.read()).await?;
    database.close().await?;
    Ok(counted.map_or(0, |row| row.mails))
}
