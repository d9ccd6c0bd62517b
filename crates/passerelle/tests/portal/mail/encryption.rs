use outbox::{
    Round,
    smtp::{Connection, Encryption, Server},
};
use testing::smtp::{Sink, Tls};

use crate::support::TestPortal;

async fn with_tls(portal: TestPortal, sink: &Sink, scheme: &str, login: &str, trust: &str) -> TestPortal {
    let folder = std::env::temp_dir().join(format!("passerelle-ca-{}", sink.address.port()));
    std::fs::write(&folder, trust).unwrap();
    let url = format!("smtp_url={scheme}://{login}localhost:{}", sink.address.port());
    let ca = format!("smtp_ca_file={}", folder.display());
    portal.with_settings(&[&url, &ca, "mail_from=portail@conseil.example"]).await
}

portal_test! {
    async fn mail_leaves_encrypted_and_signed_in(portal) {
        let mut portal = portal;
        for (tls, scheme) in [(Tls::StartTls, "smtp"), (Tls::Implicit, "smtps")] {
            let sink = Sink::start_with(tls, Some(("portail@conseil", "p@ss:mot"))).await;
            portal = with_tls(portal, &sink, scheme, "portail%40conseil:p%40ss%3Amot@", &sink.certificate).await;
            portal.write_mail("marie@ex.org").await;
            assert_eq!(portal.deliver().await, Round::Done(1));
            let [received] = sink.received().try_into().unwrap();
            assert!(received.encrypted && received.signed_in, "{scheme}");
        }
    }
}

portal_test! {
    async fn a_certificate_nobody_vouches_for_and_a_wrong_password_stop_all_mail(portal) {
        let mut portal = portal;
        let stranger = Sink::start_with(Tls::Implicit, None).await;
        for (tls, scheme) in [(Tls::StartTls, "smtp"), (Tls::Implicit, "smtps")] {
            let sink = Sink::start_with(tls, Some(("portail", "secret"))).await;
            portal = with_tls(portal, &sink, scheme, "portail:secret@", &stranger.certificate).await;
            portal.write_mail("marie@ex.org").await;
            assert!(matches!(portal.deliver().await, Round::Away(_)), "{scheme}");
            portal = with_tls(portal, &sink, scheme, "portail:other@", &sink.certificate).await;
            assert!(matches!(portal.deliver().await, Round::Away(_)), "{scheme}");
            assert!(sink.received().is_empty());
        }
        assert_eq!(portal.count("outbox WHERE state = 'waiting' AND attempts = 0").await, 2);
    }
}

#[tokio::test]
async fn away_from_this_machine_nothing_goes_in_clear() {
    let sink = Sink::start().await;
    let port = sink.address.port();
    let server = Server::new(
        "localhost",
        port,
        Encryption::StartTls,
        None,
        Some(sink.certificate.as_bytes()),
        "localhost",
    )
    .unwrap();
    let refused = Connection::open(&server).await.err().unwrap();
    assert!(refused.0.contains("STARTTLS"), "{refused:?}");
}
