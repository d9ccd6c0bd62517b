//! Mail as the operator knows it: tried by hand, and sent by a portal that is killed in the middle.

use std::{collections::BTreeSet, path::Path, process::Command, time::Duration};

use outbox::{Content, MailId, NewMail, Urgency};
use passerelle::{clock::Clock, random, secret};
use tempfile::tempdir;
use testing::smtp::Sink;
use tokio::task::spawn_blocking;

use crate::process::{Served, failed, passerelle, run, said};

/// The command with this mail server.
fn mailing(data: &Path, sink: &Sink) -> Command {
    let mut command = passerelle(data);
    command
        .env("PASSERELLE_SMTP_URL", format!("smtp://127.0.0.1:{}", sink.address.port()))
        .env("PASSERELLE_MAIL_FROM", "Portail <portail@ex.org>");
    command
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_tries_mail_and_sees_what_waits() {
    let (sink, folder) = (Sink::start().await, tempdir().unwrap());
    let mut test = mailing(folder.path(), &sink);
    test.args(["mail", "test", "anne@ex.org", "--language", "en"]);
    let told = spawn_blocking(move || said(&run(&mut test, ""))).await.unwrap();
    assert!(told.contains("has taken the mail for anne@ex.org"), "{told}");
    let [received] = sink.received().try_into().unwrap();
    assert!(received.data.contains("Subject: Passerelle test e-mail"), "{}", received.data);
    sink.refuse("nobody@ex.org");
    for (address, why) in [("nobody@ex.org", "550"), ("a@ex.org,b@ex.org", "expected one e-mail address")] {
        let mut test = mailing(folder.path(), &sink);
        test.args(["mail", "test", address]);
        let error = spawn_blocking(move || failed(&run(&mut test, ""))).await.unwrap();
        assert!(error.contains(why), "{error}");
    }
    // Without a sender of its own the portal's host stands in.
    let mut test = mailing(folder.path(), &sink);
    test.args(["mail", "test", "b@ex.org"]).env_remove("PASSERELLE_MAIL_FROM");
    test.env("PASSERELLE_BASE_URL", "https://portail.conseil.example");
    spawn_blocking(move || said(&run(&mut test, ""))).await.unwrap();
    assert_eq!(sink.received()[1].from, "portail@portail.conseil.example");
    let error = failed(&run(passerelle(folder.path()).args(["mail", "test", "anne@ex.org"]), ""));
    assert!(error.contains("smtp_url is unset"), "{error}");
    write_mails(folder.path(), 3).await;
    let told = said(&run(passerelle(folder.path()).args(["mail", "queue"]), ""));
    assert!(told.contains("waiting") && told.contains(" 3 "), "{told}");
}

/// Writes mails into the outbox of a portal that isn't running.
async fn write_mails(data: &Path, mails: usize) {
    let (mut random, now) = (random::system(), Clock::system().now());
    let secrets = secret::read(&data.join("secret.key"), false, &mut random).unwrap();
    let url = format!("sqlite:{}", data.join("passerelle.db").display());
    let database = database::Database::connect(&url, 1).await.unwrap();
    let content = Content {
        subject: "Essai".to_owned(),
        text: "Un essai".to_owned(),
        html: "<p>Un essai</p>".to_owned(),
        language: "fr".to_owned(),
        reply_to: None,
    };
    let tx = database.begin().await.unwrap();
    for number in 0..mails {
        let to = format!("p{number}@ex.org");
        let id = MailId::new(now, &mut random);
        let new =
            NewMail { id, kind: "test", about: None, to: &to, urgency: Urgency::Now, content: &content };
        outbox::put(&*tx, &secrets.mail, &new, now, &mut random).await.unwrap();
    }
    tx.commit().await.unwrap();
    database.close().await.unwrap();
}

/// FLT-04, FLT-10: nothing is lost, and at most what was in flight on each connection comes twice, as
/// the same mail.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_portal_killed_while_sending_loses_nothing_and_doubles_what_was_in_flight() {
    const MAILS: usize = 300;
    let (sink, folder) = (Sink::start().await, tempdir().unwrap());
    sink.delay(Duration::from_millis(5));
    said(&run(mailing(folder.path(), &sink).args(["mail", "queue"]), ""));
    write_mails(folder.path(), MAILS).await;
    for arrived in [60, 150] {
        let mut serve = mailing(folder.path(), &sink);
        serve.arg("serve");
        let served = spawn_blocking(move || Served::start_with(&mut serve)).await.unwrap();
        tokio::time::timeout(Duration::from_secs(30), sink.arrived(arrived)).await.unwrap();
        served.kill();
    }
    let mut serve = mailing(folder.path(), &sink);
    serve.arg("serve");
    let served = spawn_blocking(move || Served::start_with(&mut serve)).await.unwrap();
    let ids = || -> BTreeSet<String> {
        let id = |data: &str| data.lines().find(|line| line.starts_with("Message-ID:")).unwrap().to_owned();
        sink.received().iter().map(|mail| id(&mail.data)).collect()
    };
    while ids().len() < MAILS {
        let next = sink.arrived(sink.received().len() + 1);
        tokio::time::timeout(Duration::from_secs(30), next).await.unwrap();
    }
    spawn_blocking(move || served.stop()).await.unwrap();
    let received = sink.received().len();
    assert!(
        (MAILS..=MAILS + 8).contains(&received),
        "{received} for {MAILS}, killed twice with 4 connections"
    );
    let told = said(&run(passerelle(folder.path()).args(["mail", "queue"]), ""));
    assert!(told.contains("sent") && told.contains("300") && !told.contains("waiting"), "{told}");
}
