//! Many at once: of any number of tries exactly one wins (CON rows of CASES.md).

use crate::support::Person;

async fn at_once(people: Vec<(Person, crate::support::Page)>) -> Vec<(Person, crate::support::Page)> {
    let tries = people.into_iter().map(|(mut person, question)| {
        tokio::spawn(async move {
            let page = person.yes(&question).await;
            (person, page)
        })
    });
    let tries: Vec<_> = tries.collect();
    let mut done = Vec::new();
    for attempt in tries {
        done.push(attempt.await.unwrap());
    }
    done
}

portal_test! {
    /// CON-01: 64 sign-ups with one code.
    async fn one_of_64_sign_ups_wins(portal) {
        let code = portal.code_for("noor").await;
        let mut people = Vec::new();
        for number in 0..64_u8 {
            let mut person = portal.stranger().at_address([198, 51, 100, number]);
            let question = person.sign_up("Une Personne", &format!("p{number}@ex.org"), "pont rouge 47", &code).await;
            people.push((person, question));
        }
        let done = at_once(people).await;
        let (mut won, mut lost) = (0, 0);
        for (mut person, page) in done {
            if page.path == "/parent" && page.status == 200 {
                won += 1;
                assert_eq!(person.children().await, ["Noor"]);
            } else {
                lost += 1;
                page.assert_refused(422, "Ce code ne peut pas servir. Demandez-en un nouveau à l'école.");
                assert!(!person.is_signed_in("/parent").await);
            }
        }
        assert_eq!((won, lost), (1, 63));
        assert_eq!(portal.count("guardians WHERE email LIKE '%@ex.org'").await, 1);
        assert_eq!(portal.count("guardianships g JOIN students s ON s.id = g.student_id WHERE s.username = 'noor'").await, 1);
        assert_eq!(portal.count("audit_events WHERE event = 'code-used'").await, 1);
    }
}

portal_test! {
    /// CON-02, CON-04: sign-up, « Ajouter un enfant » and deletion at once.
    async fn redeeming_twice_and_deleting_at_once_is_consistent(portal) {
        for round in 0..5_u8 {
            let code = portal.code_for("noor").await;
            let mut p2 = portal.guardian("P0").await;
            let mut stranger = portal.stranger();
            let first = p2.add_child(&code).await;
            let second = stranger.sign_up("Une Personne", &format!("r{round}@ex.org"), "pont rouge 47", &code).await;
            let mut ac1 = portal.staff("ac1").await;
            let page = ac1.get(&portal.access_path("noor").await).await;
            let ask = ac1.click(&page, &format!("Supprimer le code {code}")).await;
            tokio::join!(p2.yes(&first), stranger.yes(&second), ac1.submit(&ask, "Supprimer le code", &[]));
            let (used, deleted) = (portal.count("activation_codes WHERE used_at IS NOT NULL").await, portal.count("activation_codes WHERE deleted_at IS NOT NULL").await);
            assert_eq!(used + deleted, 1);
            assert_eq!(portal.count("guardianships g JOIN students s ON s.id = g.student_id WHERE s.username = 'noor'").await, used);
            assert_eq!(portal.count("guardians WHERE email LIKE 'r%@ex.org' AND NOT EXISTS (SELECT 1 FROM guardianships g WHERE g.guardian_id = guardians.id)").await, 0, "no account without its child");
            portal.sql("DELETE FROM guardianships WHERE student_id = (SELECT id FROM students WHERE username = 'noor')").await;
            portal.sql("DELETE FROM add_child_drafts").await;
            portal.sql("DELETE FROM sign_up_drafts").await;
            portal.sql("DELETE FROM activation_codes").await;
            portal.sql("DELETE FROM guardians WHERE email LIKE 'r%@ex.org'").await;
        }
    }
}

portal_test! {
    /// CON-05: two codes of one student by one parent.
    async fn two_codes_of_a_child_make_one_link(portal) {
        let codes = portal.codes_for("noor", 2).await;
        let p0 = portal.guardian("P0").await;
        let mut people = Vec::new();
        for code in &codes {
            let mut tab = p0.clone();
            let question = tab.add_child(code).await;
            people.push((tab, question));
        }
        at_once(people).await;
        assert_eq!(portal.children_of("P0").await, ["Noor"]);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);
    }
}

portal_test! {
    /// CON-08: two counsellors ask for six codes each at once: ten is the most.
    async fn the_most_unused_codes_hold_under_a_race(portal) {
        let path = portal.access_path("noor").await;
        let mut tries = Vec::new();
        for who in ["ac1", "ac2"] {
            let (mut counsellor, path) = (portal.staff(who).await, path.clone());
            tries.push(tokio::spawn(async move { counsellor.post(&path, &[("count", "6")]).await.status }));
        }
        let mut statuses = Vec::new();
        for attempt in tries {
            statuses.push(attempt.await.unwrap());
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422]);
        assert_eq!(portal.count("activation_codes").await, 6);
    }
}

portal_test! {
    async fn one_form_sent_eight_times_at_once_makes_one_batch(portal) {
        let path = portal.access_path("noor").await;
        let mut ac1 = portal.staff("ac1").await;
        let form = ac1.get(&path).await.form("Allez", &[("Nombre de codes", "1")]);
        let key = form.fields.iter().find(|(name, _)| name == "form_key").unwrap().1.clone();
        let tries: Vec<_> = (0..8).map(|_| {
            let (mut tab, path, key) = (ac1.clone(), path.clone(), key.clone());
            tokio::spawn(async move { tab.post(&path, &[("count", "1"), ("form_key", &key)]).await.status })
        }).collect();
        for attempt in tries {
            assert_eq!(attempt.await.unwrap(), 200);
        }
        assert_eq!(portal.count("activation_codes").await, 1);
    }
}
