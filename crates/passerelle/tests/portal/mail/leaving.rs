use mail_parser::{MessageParser, MimeHeaders as _};
use outbox::{Round, State};
use testing::smtp::Sink;

portal_test! {
    /// EML-01, EML-02, EML-11
    async fn a_mail_arrives_whole_and_is_forgotten(portal) {
        let sink = Sink::start().await;
        let portal = portal.mailing_to(&sink).await;
        let id = portal.write_mail("marie@ex.org").await;
        assert_eq!(portal.deliver().await, Round::Done(1));
        let [received] = sink.received().try_into().unwrap();
        assert_eq!((received.from.as_str(), received.to.as_slice()), ("portail@conseil.example", ["marie@ex.org".to_owned()].as_slice()));
        let mail = MessageParser::default().parse(&received.data).unwrap();
        assert_eq!(mail.subject(), Some("Essai du courriel de Passerelle"));
        assert_eq!(mail.message_id(), Some(format!("{id}@conseil.example").as_str()));
        assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("marie@ex.org"));
        assert_eq!(mail.from().unwrap().first().unwrap().name(), Some("Portail"));
        assert_eq!(mail.date().unwrap().to_timestamp() * 1000, portal.portal.clock.now());
        assert_eq!(mail.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
        assert_eq!(mail.header_raw("Content-Language").map(str::trim), Some("fr"));
        assert!(mail.cc().is_none() && mail.bcc().is_none() && mail.reply_to().is_none());
        let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
        for part in [&text, &html] {
            assert!(part.contains("S’il vous est parvenu") && part.contains("http://127.0.0.1:8080/parent"), "{part}");
        }
        assert_eq!(mail.text_part(0).unwrap().content_type().unwrap().attribute("charset"), Some("utf-8"));
        assert!(html.contains("<html lang=\"fr\">"));
        assert_eq!(portal.count("outbox WHERE state = 'sent' AND sealed IS NULL").await, 1);
        assert_eq!(portal.deliver().await, Round::Done(0));
        assert_eq!(sink.received().len(), 1);
    }
}

portal_test! {
    /// EML-13, EML-14 of the wire: dots, « From », long lines and quotes come through unchanged.
    async fn odd_lines_arrive_unchanged(portal) {
        let sink = Sink::start().await;
        let portal = portal.mailing_to(&sink).await;
        let long = "é".repeat(2_000);
        let text = format!(".\n..deux points\nFrom ici\n{long}\n> cité = égal\nfin ");
        let content = outbox::Content {
            subject: format!("Réunion – 10ᵉ\r\nBcc: x@y.org {}", "très ".repeat(60)),
            text: text.clone(),
            html: "<p>.</p>".to_owned(),
            language: "fr".to_owned(),
            reply_to: Some("ecole@ex.org".to_owned()),
        };
        let mut random = passerelle::random::system();
        let now = portal.portal.clock.now();
        let id = outbox::MailId::new(now, &mut random);
        let new = outbox::NewMail { id, kind: "test", about: None, to: "marie@ex.org", urgency: outbox::Urgency::Now, content: &content };
        let tx = portal.portal.begin().await.unwrap();
        outbox::put(&*tx, &portal.portal.mail_keys, &new, now, &mut random).await.unwrap();
        tx.commit().await.unwrap();
        portal.deliver().await;
        let [received] = sink.received().try_into().unwrap();
        assert_eq!(received.to, ["marie@ex.org"]);
        let mail = MessageParser::default().parse(&received.data).unwrap();
        assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), text);
        assert!(mail.subject().unwrap().starts_with("Réunion – 10ᵉ"), "{:?}", mail.subject());
        assert!(mail.bcc().is_none(), "{}", received.data);
        assert!(!received.data.lines().any(|line| line.starts_with("Bcc")));
        assert!(received.data.lines().all(|line| line.len() <= 998));
    }
}

portal_test! {
    async fn many_mails_share_few_connections(portal) {
        let sink = Sink::start().await;
        let portal = portal.mailing_to(&sink).await;
        for number in 0..90 {
            portal.write_mail(&format!("p{number}@ex.org")).await;
        }
        assert_eq!(portal.deliver().await, Round::Done(90));
        let mut to: Vec<String> = sink.received().into_iter().flat_map(|mail| mail.to).collect();
        to.sort();
        to.dedup();
        assert_eq!((to.len(), sink.received().len()), (90, 90));
        assert!(sink.connections() <= 4, "{}", sink.connections());
    }
}

portal_test! {
    /// CON-14
    async fn couriers_of_several_processes_send_each_mail_once(portal) {
        let sink = Sink::start().await;
        let portal = portal.mailing_to(&sink).await;
        for number in 0..200 {
            portal.write_mail(&format!("p{number}@ex.org")).await;
        }
        tokio::join!(portal.deliver(), portal.deliver(), portal.deliver());
        portal.deliver().await;
        let mut to: Vec<String> = sink.received().into_iter().flat_map(|mail| mail.to).collect();
        assert_eq!(to.len(), 200);
        to.sort();
        to.dedup();
        assert_eq!(to.len(), 200);
        assert_eq!(portal.count("outbox WHERE state = 'sent' AND attempts = 1").await, 200);
    }
}

portal_test! {
    async fn the_operators_rate_holds_over_all_couriers(portal) {
        let sink = Sink::start().await;
        let url = format!("smtp_url=smtp://localhost:{}", sink.address.port());
        let portal = portal.with_settings(&[&url, "mail_from=portail@conseil.example", "mail_per_minute=30"]).await;
        for number in 0..70 {
            portal.write_mail(&format!("p{number}@ex.org")).await;
        }
        tokio::join!(portal.deliver(), portal.deliver());
        assert_eq!(sink.received().len(), 30);
        portal.later(std::time::Duration::from_secs(60));
        portal.deliver().await;
        assert_eq!(sink.received().len(), 60);
    }
}

portal_test! {
    async fn an_urgent_mail_passes_the_others(portal) {
        let sink = Sink::start().await;
        let url = format!("smtp_url=smtp://localhost:{}", sink.address.port());
        let portal = portal.with_settings(&[&url, "mail_from=portail@conseil.example", "smtp_connections=1"]).await;
        portal.write_mail("later@ex.org").await;
        portal.sql("UPDATE outbox SET urgency = 1").await;
        portal.later(std::time::Duration::from_secs(5));
        portal.write_mail("now@ex.org").await;
        portal.sql("UPDATE outbox SET due_at = due_at").await;
        let (now, mut to) = (portal.portal.clock.now(), Vec::new());
        let tx = portal.portal.begin().await.unwrap();
        let bounds = outbox::store::Claim { most: 1, lease_ms: 1000, per_minute: None };
        for mail in outbox::store::claim(&tx, &portal.portal.mail_keys, bounds, now).await.unwrap() {
            to.push(mail.to);
        }
        drop(tx);
        assert_eq!(to, ["now@ex.org"]);
    }
}

portal_test! {
    async fn a_mail_can_be_called_back_while_it_waits(portal) {
        let sink = Sink::start().await;
        let portal = portal.mailing_to(&sink).await;
        let kept = portal.write_mail("kept@ex.org").await;
        let gone = portal.write_mail("gone@ex.org").await;
        let about = gone.0;
        let (tx, now) = (portal.portal.begin().await.unwrap(), portal.portal.clock.now());
        sea_orm::ConnectionTrait::execute_raw(
            &*tx,
            sea_orm::raw_sql!(Postgres, r#"UPDATE outbox SET about_id = {about} WHERE id = {gone}"#),
        )
        .await
        .unwrap();
        assert_eq!(outbox::call_back(&*tx, about, now).await.unwrap(), 1);
        tx.commit().await.unwrap();
        portal.deliver().await;
        let to: Vec<String> = sink.received().into_iter().flat_map(|mail| mail.to).collect();
        assert_eq!(to, ["kept@ex.org"]);
        let state = async |id| outbox::store::state(portal.portal.read(), id).await.unwrap();
        assert_eq!((state(kept).await, state(gone).await), (Some(State::Sent), Some(State::Cancelled)));
    }
}
