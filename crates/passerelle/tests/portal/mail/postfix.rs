use testing::postfix::{LOGIN, MAILBOX, Postfix};

use crate::support::TestPortal;

/// A real mail server: certificate checked, signed in, delivered into a mailbox; an unknown mailbox is
/// refused at its RCPT.
#[tokio::test]
async fn debians_postfix_takes_and_refuses_the_portals_mail() {
    let Some(postfix) = tokio::task::spawn_blocking(Postfix::start).await.unwrap() else {
        eprintln!("not root: Postfix can't be started, its test is left out");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let ca = folder.path().join("ca.pem");
    std::fs::write(&ca, &postfix.certificate).unwrap();
    let portal = TestPortal::on_sqlite().await;
    let url = format!("smtp_url=smtp://{}:{}@localhost:{}", LOGIN.0, LOGIN.1, postfix.port);
    let ca = format!("smtp_ca_file={}", ca.display());
    let portal = portal.with_settings(&[&url, &ca, "mail_from=portail@ex.org"]).await;
    for _ in 0..12 {
        portal.write_mail(MAILBOX).await;
    }
    portal.write_mail("nobody@ex.org").await;
    assert_eq!(portal.deliver().await, outbox::Round::Done(13));
    assert_eq!(portal.count("outbox WHERE state = 'sent'").await, 12);
    assert_eq!(portal.count("outbox WHERE state = 'refused' AND last_error LIKE '%550%'").await, 1);
    let mails = tokio::task::spawn_blocking(move || postfix.mailbox(12)).await.unwrap();
    assert_eq!(mails.len(), 12);
    for mail in mails {
        assert!(mail.contains("ESMTPSA"), "neither encrypted nor signed in: {mail}");
        assert!(mail.contains("Auto-Submitted: auto-generated"));
    }
}
