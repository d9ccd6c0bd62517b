use std::time::Duration;

use outbox::{Round, State};
use testing::smtp::Sink;

use crate::support::TestPortal;

async fn state(portal: &TestPortal, id: outbox::MailId) -> (State, i64) {
    let row = outbox::store::find(portal.portal.read(), id).await.unwrap().unwrap();
    (State::parse(&row.state).unwrap(), row.attempts)
}

const MINUTE: Duration = Duration::from_secs(60);

portal_test! {
    /// EML-08, INV-16
    async fn a_refused_address_stops_nobody_else_and_is_remembered(portal) {
        let sink = Sink::start().await;
        sink.refuse("nobody@ex.org");
        let portal = portal.mailing_to(&sink).await;
        let mut ids = Vec::new();
        for to in ["a@ex.org", "nobody@ex.org", "b@ex.org", "c@ex.org"] {
            ids.push(portal.write_mail(to).await);
        }
        assert_eq!(portal.deliver().await, Round::Done(4));
        assert_eq!(sink.received().len(), 3);
        assert_eq!(state(&portal, ids[1]).await, (State::Refused, 1));
        let refused = async |portal: &TestPortal| outbox::refused_at(portal.portal.read(), "Nobody@ex.org").await.unwrap();
        assert_eq!(refused(&portal).await, Some(portal.portal.clock.now()));
        portal.later(Duration::from_secs(24 * 60 * 60));
        assert_eq!(portal.deliver().await, Round::Done(0));
        // The mailbox is there again: what reaches it clears its name.
        sink.take("nobody@ex.org");
        portal.write_mail("nobody@ex.org").await;
        portal.deliver().await;
        assert_eq!(refused(&portal).await, None);
    }
}

portal_test! {
    async fn grey_listing_is_waited_out_under_the_same_message_id(portal) {
        let sink = Sink::start().await;
        sink.put_off("marie@ex.org", 2);
        let portal = portal.mailing_to(&sink).await;
        let id = portal.write_mail("marie@ex.org").await;
        portal.deliver().await;
        assert_eq!(state(&portal, id).await, (State::Waiting, 1));
        assert_eq!(portal.deliver().await, Round::Done(0), "not before its pause is over");
        portal.later(2 * MINUTE);
        portal.deliver().await;
        assert_eq!(state(&portal, id).await, (State::Waiting, 2));
        portal.later(3 * MINUTE);
        portal.deliver().await;
        assert_eq!(state(&portal, id).await, (State::Sent, 3));
        assert_eq!(sink.received().len(), 1);
    }
}

portal_test! {
    /// INV-17, FLT-10
    async fn while_the_server_is_away_mail_waits_uncounted(portal) {
        let sink = Sink::start().await;
        let address = sink.address;
        let portal = portal.mailing_to(&sink).await;
        drop(sink);
        let ids = [portal.write_mail("a@ex.org").await, portal.write_mail("b@ex.org").await];
        assert!(matches!(portal.deliver().await, Round::Away(_)));
        for id in ids {
            assert_eq!(state(&portal, id).await, (State::Waiting, 0));
        }
        assert_eq!(portal.count("outbox WHERE last_error IS NOT NULL").await, 2);
        let sink = Sink::start_at(address).await;
        assert_eq!(portal.deliver().await, Round::Done(2));
        assert_eq!(sink.received().len(), 2);
    }
}

portal_test! {
    async fn a_connection_lost_before_the_answer_doubles_one_mail_under_its_message_id(portal) {
        let sink = Sink::start().await;
        let portal = portal.mailing_to(&sink).await;
        sink.drop_next(1);
        let id = portal.write_mail("marie@ex.org").await;
        portal.deliver().await;
        assert_eq!(state(&portal, id).await, (State::Waiting, 1));
        portal.later(2 * MINUTE);
        portal.deliver().await;
        assert_eq!(state(&portal, id).await, (State::Sent, 2));
        let twice = sink.received();
        assert_eq!(twice.len(), 2);
        for mail in twice {
            assert!(mail.data.contains(&format!("Message-ID: <{id}@conseil.example>")), "{}", mail.data);
        }
    }
}

portal_test! {
    /// FLT-07
    async fn after_three_days_a_mail_is_given_up(portal) {
        let sink = Sink::start().await;
        sink.put_off("marie@ex.org", 10_000);
        let portal = portal.mailing_to(&sink).await;
        let id = portal.write_mail("marie@ex.org").await;
        let mut tries = 0;
        while state(&portal, id).await.0 == State::Waiting {
            portal.deliver().await;
            portal.later(Duration::from_secs(60 * 60));
            tries += 1;
            assert!(tries < 100);
        }
        let (state, attempts) = state(&portal, id).await;
        assert_eq!(state, State::GivenUp);
        assert!((15..40).contains(&attempts), "{attempts}");
        assert_eq!(portal.count("outbox WHERE sealed IS NOT NULL").await, 0);
        assert_eq!(sink.received().len(), 0);
    }
}

portal_test! {
    async fn a_server_that_ends_connections_gets_new_ones(portal) {
        let sink = Sink::start().await;
        sink.close_after(3);
        let portal = portal.mailing_to(&sink).await;
        for number in 0..20 {
            portal.write_mail(&format!("p{number}@ex.org")).await;
        }
        assert_eq!(portal.deliver().await, Round::Done(20));
        assert_eq!(sink.received().len(), 20);
        assert_eq!(portal.count("outbox WHERE state = 'sent' AND attempts = 1").await, 20);
    }
}

portal_test! {
    /// FLT-04: what a killed process had claimed is due again when its lease ends.
    async fn a_lease_that_ended_lets_another_process_send(portal) {
        let sink = Sink::start().await;
        let portal = portal.mailing_to(&sink).await;
        portal.write_mail("marie@ex.org").await;
        let tx = portal.portal.begin().await.unwrap();
        let bounds = outbox::store::Claim { most: 10, lease_ms: 120_000, per_minute: None };
        let now = portal.portal.clock.now();
        assert_eq!(outbox::store::claim(&tx, &portal.portal.mail_keys, bounds, now).await.unwrap().len(), 1);
        tx.commit().await.unwrap();
        assert_eq!(portal.deliver().await, Round::Done(0));
        portal.later(2 * MINUTE);
        assert_eq!(portal.deliver().await, Round::Done(1));
        assert_eq!(sink.received().len(), 1);
    }
}

portal_test! {
    async fn a_mail_whose_secret_is_lost_fails_alone(portal) {
        let sink = Sink::start().await;
        let portal = portal.mailing_to(&sink).await;
        let lost = portal.write_mail("a@ex.org").await;
        portal.sql("UPDATE outbox SET key_id = 99").await;
        portal.write_mail("b@ex.org").await;
        portal.deliver().await;
        assert_eq!(state(&portal, lost).await.0, State::Refused);
        assert_eq!(sink.received().len(), 1);
    }
}
