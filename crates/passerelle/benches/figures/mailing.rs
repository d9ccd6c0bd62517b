//! Mails a second to a mail server on this machine, against Postfix's own load generator; through a slow
//! way; and the list page while 10,000 mails leave.

mod outbox_rows;
mod peers;

use std::{path::Path, time::Duration};

use outbox::{
    Address, MailId, Mailbox, message,
    smtp::{Connection, Encryption, Sent, Server as MailServer},
};
use tokio::{task::JoinSet, time::Instant};

use crate::{
    Failure, ROUND, ROUNDS,
    client::get,
    load::{Asked, steady},
    report::{Aim, Report, grouped, median, p99},
    server::Server,
    signing_in::session_of_a_counsellor,
};
use peers::{Sink, slowed, source};

/// Mails that one round sends.
const MAILS: usize = 8_000;
/// How long the slow way keeps what passes, there and back.
const SLOW: Duration = Duration::from_millis(10);

/// The SMTP client against `smtp-source`, to the same server, in turn.
pub async fn against_smtp_source(report: &Report) -> Result<(), Failure> {
    let sink = Sink::start().await?;
    let mail = a_mail()?;
    for connections in [1, 4] {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            theirs.push(source(&sink, connections, MAILS, mail.len())?);
            ours.push(send(sink.port, connections, MAILS, &mail).await?);
        }
        let (ours, theirs) = (median(ours), median(theirs));
        let aim = if connections == 4 { Aim::AtLeast(0.8) } else { Aim::None };
        let line = format!(
            "mails to a local sink on {connections} connections: {}/s, smtp-source {}/s, ratio {:.2}",
            grouped(ours),
            grouped(theirs),
            ours / theirs
        );
        report.figure(&line, ours / theirs, aim, "");
    }
    let slow = slowed(sink.port, SLOW / 2).await?;
    let mut ours = Vec::new();
    for _ in 0..3 {
        ours.push(send(slow, 4, 200, &mail).await?);
    }
    let ours = median(ours);
    // Four answers a mail: MAIL, RCPT, DATA, the mail itself.
    let most = 4.0 / (SLOW.as_secs_f64() * 4.0);
    report.say(&format!(
        "mails through a proxy of {} ms a round trip on 4 connections: {ours:.0}/s, at most {most:.0}/s by its four answers a mail, ratio {:.2}",
        SLOW.as_millis(),
        ours / most
    ));
    Ok(())
}

/// A mail as the portal writes them, some 6 KB.
fn a_mail() -> Result<Vec<u8>, Failure> {
    let content = outbox_rows::content();
    let (id, from) = (MailId(uuid::Uuid::nil()), "Portail <portail@example.org>".parse::<Mailbox>()?);
    message::write(id, &from, &"marie@example.org".parse()?, &content, 0).map_err(|why| why.0.into())
}

async fn send(port: u16, connections: usize, mails: usize, mail: &[u8]) -> Result<f64, Failure> {
    let server = MailServer::new("127.0.0.1", port, Encryption::Opportunistic, None, None, "localhost")?;
    let mut open = Vec::new();
    for _ in 0..connections {
        open.push(Connection::open(&server).await.map_err(|down| down.0)?);
    }
    let (from, to) = ("portail@example.org".parse::<Address>()?, "marie@example.org".parse::<Address>()?);
    let start = Instant::now();
    let mut sending = JoinSet::new();
    for mut connection in open {
        let (mail, from, to) = (mail.to_vec(), from.clone(), to.clone());
        sending.spawn(async move {
            for _ in 0..mails / connections {
                if connection.send(&from, &to, &mail).await.map_err(|down| down.0)? != Sent::Accepted {
                    return Err("a mail wasn't taken".to_owned());
                }
            }
            Ok(())
        });
    }
    for done in sending.join_all().await {
        done?;
    }
    Ok(f64::from(u32::try_from(mails)?) / start.elapsed().as_secs_f64())
}

/// The whole way, from rows to a mail server and back into rows, on each database.
pub async fn whole_outbox(folder: &Path, report: &Report) -> Result<(), Failure> {
    let sink = Sink::start().await?;
    let on_sqlite = outbox_rows::rate(&folder.join("mails"), None, sink.port).await?;
    report.say(&format!(
        "mails out of the outbox on SQLite, each written down and synced: {}/s",
        grouped(on_sqlite)
    ));
    let url = tokio::task::spawn_blocking(|| testing::postgres::create_database("mails", None)).await?;
    let on_postgres = outbox_rows::rate(&folder.join("mails-postgres"), Some(&url), sink.port).await?;
    report.say(&format!(
        "mails out of the outbox on PostgreSQL of the tests, nothing synced: {}/s",
        grouped(on_postgres)
    ));
    Ok(())
}

/// The list page, asked for 100 times a second, while 10,000 mails leave.
pub async fn beside_the_list_page(data: &Path, report: &Report) -> Result<(), Failure> {
    let sink = Sink::start().await?;
    let smtp =
        [format!("smtp_url=smtp://127.0.0.1:{}", sink.port), "mail_from=portail@example.org".to_owned()];
    let portal = Server::portal_with(data, &smtp)?;
    let session = session_of_a_counsellor(&portal).await?;
    let list = Asked {
        to: portal.address,
        request: get("/staff/erables/students", &format!("cookie: {session}\r\n")),
        status: 200,
    };
    let quiet = steady(&list, 100, ROUND * 3).await?;
    outbox_rows::write_into(data, 10_000).await?;
    let start = Instant::now();
    let mut meanwhile = Vec::new();
    while outbox_rows::waiting(data).await? > 0 {
        meanwhile.extend(steady(&list, 100, ROUND).await?);
        if start.elapsed() > Duration::from_secs(300) {
            return Err("10,000 mails didn't leave within five minutes".into());
        }
    }
    let (took, quiet, ms) = (start.elapsed().as_secs_f64(), p99(quiet), p99(meanwhile));
    let line = format!(
        "list page while 10 000 mails leave (in {took:.0} s), asked for 100 times a second: p99 {ms:.0} ms, {quiet:.0} ms without them"
    );
    report.figure(&line, ms, Aim::Below(50.0), " ms");
    Ok(())
}
