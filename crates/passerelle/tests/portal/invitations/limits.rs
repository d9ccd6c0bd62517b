//! Limits of invitations, counted in mails and under a lock (INV-10, CON-07).

use std::time::Duration;

use super::{invite, set};
use crate::support::Person;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

portal_test! {
    async fn a_student_holds_five_open_invitations(portal) {
        let mut emile = portal.student("emile").await;
        for number in 0..5 {
            invite(&mut emile, &format!("p{number}@ex.org")).await;
        }
        invite(&mut emile, "p5@ex.org").await.assert_refused(422, "Toutes vos invitations permises sont ouvertes.");
        let home = emile.get("/student").await;
        assert!(home.has("5 sur 5"));
        let ask = emile.click(&home, "Annuler l'invitation, p0@ex.org").await;
        emile.submit(&ask, "Annuler l'invitation", &[]).await;
        assert!(invite(&mut emile, "p5@ex.org").await.has("5 sur 5"));
        assert_eq!(portal.count("invitations").await, 6);
    }
}

portal_test! {
    /// Withdrawing doesn't give a mail back: mails are what is counted.
    async fn a_student_sends_so_many_mails_a_day(portal) {
        set(&portal, "mails-per-student", "3").await;
        let mut emile = portal.student("emile").await;
        for number in 0..3 {
            let address = format!("p{number}@ex.org");
            let home = invite(&mut emile, &address).await;
            let ask = emile.click(&home, &format!("Annuler l'invitation, {address}")).await;
            emile.submit(&ask, "Annuler l'invitation", &[]).await;
        }
        let page = invite(&mut emile, "p3@ex.org").await;
        page.assert_refused(422, "Vous avez envoyé toutes vos invitations permises pour aujourd'hui.");
        assert_eq!(page.value("Courriel du parent/gardien"), "p3@ex.org");
        assert_eq!((portal.count("outbox").await, portal.count("activation_codes").await, portal.count("invitations").await), (3, 3, 3));
        portal.later(DAY);
        assert!(invite(&mut emile, "p3@ex.org").await.has("C'est fait."));
    }
}

portal_test! {
    async fn a_student_with_ten_unused_codes_invites_nobody(portal) {
        portal.codes_for("emile", 10).await;
        let mut emile = portal.student("emile").await;
        invite(&mut emile, "maman@ex.org").await.assert_refused(422, "Vous avez déjà tous les codes inutilisés permis.");
        assert_eq!((portal.count("outbox").await, portal.count("invitations").await, portal.count("activation_codes").await), (0, 0, 10));
    }
}

portal_test! {
    /// The address's and the school's limits read alike, and name nobody.
    async fn an_address_and_a_school_have_their_share_a_day(portal) {
        set(&portal, "mails-per-address", "2").await;
        let mut students = Vec::new();
        for name in ["emile", "zoe", "noor"] {
            students.push(portal.student(name).await);
        }
        invite(&mut students[0], "tante@ex.org").await;
        invite(&mut students[1], "Tante@ex.org").await;
        invite(&mut students[2], "tante@EX.org").await.assert_refused(422, "Cette invitation ne peut pas partir aujourd'hui. Réessayez demain.");
        assert_eq!(portal.mails_to("tante@ex.org").await.len(), 2);
        set(&portal, "mails-per-school", "3").await;
        assert!(invite(&mut students[2], "oncle@ex.org").await.has("C'est fait."));
        invite(&mut students[1], "grand-mere@ex.org").await.assert_refused(422, "Cette invitation ne peut pas partir aujourd'hui. Réessayez demain.");
        // Another school's count is its own; the staff aren't bound.
        assert!(invite(&mut portal.student("liam").await, "grand-mere@ex.org").await.has("C'est fait."));
        portal.code_for("emile").await;
        portal.later(DAY);
        assert!(invite(&mut students[2], "tante@ex.org").await.has("C'est fait."));
    }
}

/// Posts at once, each as this person to this address, and the statuses.
async fn at_once(posts: Vec<(Person, String)>) -> Vec<u16> {
    let tries: Vec<_> = posts
        .into_iter()
        .map(|(mut tab, address)| {
            tokio::spawn(async move { tab.post_only("/student/invite", &[("email", &address)]).await.status })
        })
        .collect();
    let mut statuses = Vec::new();
    for attempt in tries {
        statuses.push(attempt.await.unwrap());
    }
    statuses
}

portal_test! {
    /// CON-07: a hundred at once by one student.
    async fn a_hundred_invitations_at_once_hold_the_students_limits(portal) {
        set(&portal, "open-invitations", "10").await;
        set(&portal, "mails-per-student", "7").await;
        let emile = portal.student("emile").await;
        let posts = (0..100).map(|number| (emile.clone(), format!("p{number}@ex.org"))).collect();
        let statuses = at_once(posts).await;
        assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 7);
        assert!(statuses.iter().all(|status| [303, 422].contains(status)), "{statuses:?}");
        assert_eq!(portal.mails().await.len(), 7);
        assert_eq!((portal.count("activation_codes").await, portal.count("invitations").await), (7, 7));
    }
}

portal_test! {
    async fn a_hundred_to_one_address_at_once_are_one_mail(portal) {
        let emile = portal.student("emile").await;
        let posts = (0..100).map(|_| (emile.clone(), "maman@ex.org".to_owned())).collect();
        let statuses = at_once(posts).await;
        assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1);
        assert_eq!((portal.mails().await.len(), portal.count("activation_codes").await), (1, 1));
    }
}

portal_test! {
    /// INV-10: several students of two schools at once to one address.
    async fn many_students_at_once_do_not_flood_an_address(portal) {
        portal.sql("INSERT INTO school_options (school_id, name, value, changed_at) SELECT id, 'mails-per-address', '2', 0 FROM schools").await;
        let mut posts = Vec::new();
        for name in ["emile", "zoe", "noor", "liam"] {
            let student = portal.student(name).await;
            posts.extend((0..10).map(|_| (student.clone(), "tante@ex.org".to_owned())));
        }
        let statuses = at_once(posts).await;
        assert!(statuses.iter().all(|status| [303, 422].contains(status)), "{statuses:?}");
        assert_eq!(portal.mails_to("tante@ex.org").await.len(), 2);
        assert_eq!(portal.count("activation_codes").await, 2);
    }
}

portal_test! {
    async fn a_schools_share_holds_under_a_race(portal) {
        set(&portal, "mails-per-school", "4").await;
        let mut posts = Vec::new();
        for name in ["emile", "zoe", "noor"] {
            let student = portal.student(name).await;
            posts.extend((0..4).map(|number| (student.clone(), format!("{name}{number}@ex.org"))));
        }
        at_once(posts).await;
        assert_eq!((portal.mails().await.len(), portal.count("invitations").await), (4, 4));
    }
}
