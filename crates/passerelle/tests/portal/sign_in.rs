//! Signing in on the three faces (PWD rows of CASES.md that concern it).

use std::time::Duration;

portal_test! {
    async fn the_front_door_offers_three_faces(portal) {
        let mut person = portal.stranger();
        let page = person.get("/").await;
        for (link, path, title) in [("Parent/gardien", "/parent", "Portail des parents/gardiens"), ("Élève", "/student", "Portfolio"), ("Personnel", "/staff", "Outil administratif")] {
            assert_eq!(page.link(link).as_deref(), Some(path));
            assert_eq!(person.get(path).await.title(), format!("Ouvrir une session – {title}"));
        }
        assert_eq!(page.link("Inscrivez-vous maintenant").as_deref(), Some("/parent/sign-up"));
        for path in ["/Parent", "/PARENT", "/pArEnT", "/Parent/"] {
            assert_eq!(person.get(path).await.path, "/parent", "{path}");
        }
    }
}

portal_test! {
    /// PWD-17
    async fn unknown_names_and_wrong_passwords_get_one_answer(portal) {
        for (face, known, unknown) in [("/parent", "p1@familles.example", "p9@familles.example"), ("/student", "emile", "emule"), ("/staff", "ac1@ecole.example", "ac9@ecole.example")] {
            let wrong = portal.stranger().sign_in(face, known, "faux mot de passe").await;
            let nobody = portal.stranger().sign_in(face, unknown, "faux mot de passe").await;
            assert_eq!((wrong.status, nobody.status), (422, 422));
            assert_eq!(wrong.html.replace(known, ""), nobody.html.replace(unknown, ""));
            assert!(wrong.has("ne vont pas ensemble"), "{}", wrong.text());
        }
        assert_eq!(portal.count("sessions").await, 0);
    }
}

portal_test! {
    async fn names_are_forgiving_and_passwords_exact(portal) {
        assert!(portal.stranger().sign_in("/parent", " P1@Familles.Example ", "pont rouge 47").await.has("Bonjour, Parent"));
        assert!(portal.stranger().sign_in("/student", " EMILE ", "pont rouge 47").await.has("Bonjour, Émile"));
        assert!(!portal.stranger().sign_in("/parent", "p1@familles.example", "Pont rouge 47").await.has("Bonjour"));
        assert!(!portal.stranger().sign_in("/parent", "p1@familles.example", "pont rouge 47 ").await.has("Bonjour"));
    }
}

portal_test! {
    async fn an_empty_form_comes_back_with_what_to_do(portal) {
        portal.stranger().post("/parent", &[]).await.assert_refused(422, "Entrez votre courriel et votre mot de passe.");
        let page = portal.stranger().sign_in("/parent", "p1@familles.example", "").await;
        assert_eq!(page.value("Courriel"), "p1@familles.example");
    }
}

portal_test! {
    /// PWD-17
    async fn a_huge_password_is_refused_before_hashing(portal) {
        let page = portal.stranger().sign_in("/parent", "p1@familles.example", &"x".repeat(2000)).await;
        assert_eq!(page.status, 422);
        assert_eq!(portal.stranger().post("/parent", &[("name", "p1@familles.example"), ("password", &"x".repeat(5_000_000))]).await.status, 413);
    }
}

portal_test! {
    /// PWD-16
    async fn a_stranger_slows_down_nobody_on_their_own_device(portal) {
        let mut phone = portal.guardian("P1").await;
        phone.post("/sign-out", &[("face", "parent")]).await;
        let mut slowed = 0;
        for number in 0..130_u8 {
            let mut stranger = portal.stranger().at_address([198, 51, 100, number]);
            slowed += i32::from(stranger.sign_in("/parent", "p1@familles.example", "faux mot de passe").await.status == 429);
        }
        assert!(slowed >= 30, "{slowed}");
        // On the known device at once; elsewhere after a short wait.
        assert!(phone.sign_in("/parent", "p1@familles.example", "pont rouge 47").await.has("Bonjour, Parent"));
        let mut library = portal.stranger().at_address([192, 0, 2, 1]);
        let page = library.sign_in("/parent", "p1@familles.example", "pont rouge 47").await;
        page.assert_refused(429, "Trop d'essais. Attendez 10 secondes");
        assert_eq!(page.headers["retry-after"], "10");
        portal.later(Duration::from_secs(11));
        assert!(library.sign_in("/parent", "p1@familles.example", "pont rouge 47").await.has("Bonjour, Parent"));
    }
}

portal_test! {
    async fn guessing_at_one_account_from_one_address_is_slowed(portal) {
        let mut stranger = portal.stranger();
        for _ in 0..10 {
            assert_eq!(stranger.sign_in("/staff", "ac1@ecole.example", "faux mot de passe").await.status, 422);
        }
        assert_eq!(stranger.sign_in("/staff", "ac1@ecole.example", "pont rouge 47").await.status, 429);
        // Another account from there, and this account from elsewhere, aren't.
        assert!(stranger.sign_in("/staff", "ac2@ecole.example", "pont rouge 47").await.has("Bonjour, Claude"));
        assert!(portal.stranger().at_address([192, 0, 2, 1]).sign_in("/staff", "ac1@ecole.example", "pont rouge 47").await.has("Bonjour, Carole"));
        // Unknown accounts are slowed alike.
        let mut stranger = portal.stranger();
        for _ in 0..10 {
            stranger.sign_in("/staff", "ac9@ecole.example", "faux mot de passe").await;
        }
        assert_eq!(stranger.sign_in("/staff", "ac9@ecole.example", "faux mot de passe").await.status, 429);
    }
}

portal_test! {
    async fn signing_in_leads_back_to_where_one_was_going(portal) {
        let path = portal.access_path("emile").await;
        let mut ac1 = portal.stranger();
        let door = ac1.get(&path).await;
        assert!(door.path.starts_with("/staff?next="), "{}", door.path);
        let page = ac1.submit(&door, "Ouvrir une session", &[("Courriel", "ac1@ecole.example"), ("Mot de passe", "pont rouge 47")]).await;
        assert_eq!((page.status, page.path), (200, path));
        let page = portal.stranger().post("/staff", &[("name", "ac1@ecole.example"), ("password", "pont rouge 47"), ("next", "https://evil.example")]).await;
        assert_eq!(page.path, "/staff/a");
    }
}

portal_test! {
    async fn staff_of_one_school_are_there_and_others_are_asked_which(portal) {
        assert_eq!(portal.staff("ac1").await.get("/staff").await.path, "/staff/a");
        let page = portal.staff("da").await.get("/staff").await;
        assert_eq!(page.h1(), "Choisir une école");
        assert_eq!((page.link("École A").as_deref(), page.link("École B").as_deref()), (Some("/staff/a"), Some("/staff/b")));
    }
}

portal_test! {
    async fn a_student_who_left_and_a_closed_staff_account_are_out(portal) {
        let (mut emile, mut ac1) = (portal.student("emile").await, portal.staff("ac1").await);
        portal.sql("UPDATE students SET left_at = 1 WHERE username = 'emile'").await;
        portal.sql("UPDATE staff SET active = (1 = 0) WHERE email = 'ac1@ecole.example'").await;
        assert!(!emile.is_signed_in("/student").await && !ac1.is_signed_in("/staff").await);
        assert_eq!(portal.stranger().sign_in("/student", "emile", "pont rouge 47").await.status, 422);
    }
}

portal_test! {
    async fn guesses_sent_all_at_once_are_bounded_too(portal) {
        let tries: Vec<_> = (0..30).map(|_| {
            let mut stranger = portal.stranger();
            tokio::spawn(async move { stranger.post("/parent", &[("name", "p1@familles.example"), ("password", "faux mot de passe")]).await.status })
        }).collect();
        let mut looked_at = 0;
        for attempt in tries {
            looked_at += i32::from(attempt.await.unwrap() == 422);
        }
        assert_eq!(looked_at, 10);
    }
}

portal_test! {
    async fn a_success_forgives_earlier_slips(portal) {
        for _ in 0..3 {
            let mut p1 = portal.stranger();
            for _ in 0..9 {
                assert_eq!(p1.sign_in("/parent", "p1@familles.example", "faux mot de passe").await.status, 422);
            }
            assert!(p1.sign_in("/parent", "p1@familles.example", "pont rouge 47").await.has("Bonjour, Parent"));
        }
    }
}
