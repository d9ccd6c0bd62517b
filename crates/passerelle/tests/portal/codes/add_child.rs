//! Linking further children (LNK rows of CASES.md).

use std::time::Duration;

portal_test! {
    /// LNK-01, LNK-02
    async fn a_code_links_at_once_whichever_school(portal) {
        let mut p2 = portal.guardian("P2").await;
        for child in ["zoe", "liam"] {
            let code = portal.code_for(child).await;
            let question = p2.add_child(&code).await;
            let page = p2.yes(&question).await;
            assert_eq!(page.status, 200);
            assert!(page.path.starts_with("/parent/children/") && page.has("L'enfant est lié à votre compte."), "{}", page.text());
        }
        assert_eq!(p2.children().await, ["Zoé", "Émile", "Liam"]);
        let page = portal.staff("bc").await.get(&portal.access_path("liam").await).await;
        assert!(page.has("Parent P2") && page.has("Parent P3"));
    }
}

portal_test! {
    async fn the_question_names_the_child_and_spends_nothing(portal) {
        let code = portal.code_for("noor").await;
        let mut p2 = portal.guardian("P2").await;
        let question = p2.add_child(&code).await;
        assert_eq!(question.h1(), "Est-ce bien votre enfant?");
        assert!(question.has("Noor N.") && question.has("École A") && !question.has("N’Guessan"), "{}", question.text());
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);
        // It survives a reload.
        assert_eq!(p2.get(&question.path).await.h1(), "Est-ce bien votre enfant?");
        // « Ce n'est pas mon enfant »: unused, and the school sees the mark.
        let page = p2.no(&question).await;
        assert!(page.has("Le code n'a pas été utilisé"), "{}", page.text());
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL AND disowned_at IS NOT NULL").await, 1);
        assert!(portal.staff("ac1").await.get(&portal.access_path("noor").await).await.has("« Pas mon enfant », le 24 nov. 2026"));
        assert_eq!(portal.children_of("P2").await, ["Émile"]);
    }
}

portal_test! {
    /// LNK-04
    async fn a_used_code_links_nobody(portal) {
        let code = portal.code_for("noor").await;
        let mut p0 = portal.guardian("P0").await;
        let question = p0.add_child(&code).await;
        p0.yes(&question).await;
        portal.guardian("P3").await.add_child(&code).await.assert_refused(422, "Ce code ne peut pas servir.");
        assert_eq!(portal.children_of("P3").await, ["Zoé", "Liam"]);
    }
}

portal_test! {
    /// D5
    async fn a_child_already_linked_keeps_the_code_unused(portal) {
        let code = portal.code_for("emile").await;
        let mut p2 = portal.guardian("P2").await;
        let page = p2.add_child(&code).await;
        page.assert_refused(422, "Cet enfant est déjà lié à votre compte.");
        assert_eq!(page.value("Code d'activation"), code);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);
    }
}

portal_test! {
    /// LNK-07, D8
    async fn a_code_follows_its_student_through_a_transfer(portal) {
        let code = portal.code_for("noor").await;
        portal.sql("UPDATE students SET school_id = (SELECT id FROM schools WHERE short_name = 'b') WHERE username = 'noor'").await;
        let mut p0 = portal.guardian("P0").await;
        let question = p0.add_child(&code).await;
        assert!(question.has("École B"));
        p0.yes(&question).await;
        let noor = portal.student_id("noor").await;
        assert_eq!(portal.staff("ac1").await.get(&format!("/staff/a/students/{noor}/access")).await.status, 404);
        assert!(portal.staff("bc").await.get(&format!("/staff/b/students/{noor}/access")).await.has("Parent P0"));
    }
}

portal_test! {
    /// LNK-08
    async fn a_removed_link_is_restored_in_its_one_row(portal) {
        let code = portal.code_for("emile").await;
        portal.sql("UPDATE guardianships SET removed_at = 1 WHERE guardian_id = (SELECT id FROM guardians WHERE email = 'p2@familles.example')").await;
        let mut p2 = portal.guardian("P2").await;
        assert!(p2.children().await.is_empty());
        let question = p2.add_child(&code).await;
        p2.yes(&question).await;
        assert_eq!(p2.children().await, ["Émile"]);
        assert_eq!(portal.count("guardianships g JOIN guardians p ON p.id = g.guardian_id WHERE p.email = 'p2@familles.example'").await, 1);
    }
}

portal_test! {
    /// LNK-10
    async fn staff_and_students_are_not_parents(portal) {
        let code = portal.code_for("noor").await;
        for mut person in [portal.staff("ac1").await, portal.student("emile").await, portal.stranger()] {
            let page = person.post("/parent/children/add", &[("code", &code)]).await;
            assert!(page.has("Ouvrir une session"), "{}", page.text());
        }
        assert_eq!(portal.count("add_child_drafts").await, 0);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);
    }
}

portal_test! {
    /// LNK-11
    async fn only_the_code_decides(portal) {
        let code = portal.code_for("noor").await;
        let (liam, p1) = (portal.student_id("liam").await.to_string(), "01890000-0000-7000-8000-000000000000");
        let mut p2 = portal.guardian("P2").await;
        let question = p2.post("/parent/children/add", &[("code", &code), ("student_id", &liam), ("parent_id", p1), ("school_id", p1)]).await;
        p2.post(&question.path, &[("answer", "yes"), ("student_id", &liam)]).await;
        assert_eq!(p2.children().await, ["Noor", "Émile"]);
    }
}

portal_test! {
    async fn a_question_is_answered_by_its_own_guardian_and_within_the_hour(portal) {
        let code = portal.code_for("noor").await;
        let mut p2 = portal.guardian("P2").await;
        let question = p2.add_child(&code).await;
        let mut p3 = portal.guardian("P3").await;
        assert_eq!(p3.post(&question.path, &[("answer", "yes")]).await.status, 404);
        portal.later(Duration::from_secs(60 * 60));
        assert_eq!(p2.post(&question.path, &[("answer", "yes")]).await.status, 404);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);
    }
}

portal_test! {
    async fn a_double_click_on_yes_lands_on_the_child(portal) {
        let code = portal.code_for("noor").await;
        let mut p2 = portal.guardian("P2").await;
        let question = p2.add_child(&code).await;
        let first = p2.yes(&question).await;
        let second = p2.yes(&question).await;
        assert_eq!((second.status, &second.path), (200, &first.path));
        assert_eq!(portal.count("guardianships WHERE removed_at IS NULL").await, 6);
    }
}

portal_test! {
    /// LNK-13
    async fn an_unlinked_child_is_gone_from_the_next_request_on(portal) {
        let mut p1 = portal.guardian("P1").await;
        let path = format!("/parent/children/{}", portal.student_id("zoe").await);
        assert_eq!(p1.get(&path).await.status, 200);
        portal.sql("UPDATE guardianships SET removed_at = 1 WHERE student_id = (SELECT id FROM students WHERE username = 'zoe')").await;
        assert_eq!(p1.get(&path).await.status, 404);
        assert_eq!(p1.children().await, ["Émile"]);
    }
}

portal_test! {
    /// LNK-14
    async fn guessing_while_signed_in_is_slowed_and_the_account_lives(portal) {
        let good = portal.code_for("noor").await;
        let mut p2 = portal.guardian("P2").await;
        let mut slowed = 0;
        for _ in 0..25 {
            let wrong = activation_code::ActivationCode::generate(&mut passerelle::random::system()).to_string();
            slowed += i32::from(p2.add_child(&wrong).await.status == 429);
        }
        assert!(slowed > 0);
        let page = p2.add_child(&good).await;
        page.assert_refused(429, "Trop de codes essayés.");
        assert_eq!(page.value("Code d'activation"), good);
        portal.later(Duration::from_secs(61));
        let question = p2.add_child(&good).await;
        p2.yes(&question).await;
        assert_eq!(p2.children().await, ["Noor", "Émile"]);
    }
}

portal_test! {
    /// D8
    async fn the_code_of_a_student_who_left_waits_for_their_return(portal) {
        let code = portal.code_for("noor").await;
        portal.sql("UPDATE students SET left_at = 1 WHERE username = 'noor'").await;
        let mut p2 = portal.guardian("P2").await;
        p2.add_child(&code).await.assert_refused(422, "Ce code ne peut pas servir.");
        portal.sql("UPDATE students SET left_at = NULL WHERE username = 'noor'").await;
        assert_eq!(p2.add_child(&code).await.h1(), "Est-ce bien votre enfant?");
    }
}

portal_test! {
    async fn a_session_that_ended_keeps_the_typed_code(portal) {
        let code = portal.code_for("noor").await;
        let mut p2 = portal.guardian("P2").await;
        let form = p2.get("/parent/children/add").await;
        portal.later(Duration::from_secs(31 * 24 * 60 * 60));
        let door = p2.submit(&form, "Ajouter cet enfant", &[("Code d'activation", &code)]).await;
        let page = p2.submit(&door, "Ouvrir une session", &[("Courriel", "p2@familles.example"), ("Mot de passe", "pont rouge 47")]).await;
        assert_eq!((page.path.as_str(), page.value("Code d'activation")), ("/parent/children/add", code));
    }
}
