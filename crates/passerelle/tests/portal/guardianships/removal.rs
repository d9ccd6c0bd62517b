//! Links are removed: by the staff, by the guardian (LNK-08, LNK-13, LST-11, BAD-14, DAT-05).

use std::time::Duration;

use crate::support::{Page, Person, TestPortal};

async fn ask_to_remove(portal: &TestPortal, staff: &mut Person, child: &str, guardian: &str) -> Page {
    let page = staff.get(&portal.access_path(child).await).await;
    staff.click(&page, &format!("Retirer le lien de {guardian}")).await
}

async fn child_path(portal: &TestPortal, child: &str) -> String {
    format!("/parent/children/{}", portal.student_id(child).await)
}

portal_test! {
    /// LNK-13, LST-11
    async fn staff_remove_a_link_at_once_and_only_that(portal) {
        let (mut p1, mut ac1) = (portal.guardian("P1").await, portal.staff("ac1").await);
        let path = child_path(&portal, "emile").await;
        assert_eq!(p1.get(&path).await.status, 200);
        let ask = ask_to_remove(&portal, &mut ac1, "emile", "Parent P1").await;
        assert!(ask.has("Parent P1 ne verra plus rien de Émile Côté, dès maintenant."), "{}", ask.text());
        let done = ac1.submit(&ask, "Retirer le lien", &[("Motif", "N'est pas sa mère: appel du 23")]).await;
        assert!(done.has("Le lien est retiré.") && done.has("N'est pas sa mère: appel du 23") && done.has("Retiré par l'école"), "{}", done.text());
        // From the next request on.
        assert_eq!(p1.get(&path).await.status, 404);
        assert_eq!(p1.post(&format!("{path}/object"), &[]).await.status, 404);
        assert_eq!(p1.children().await, ["Zoé"]);
        assert_eq!(portal.children_of("P2").await, ["Émile"]);
        // The guardian is told, not why; the student sees it; the audit keeps no words.
        let mail = &portal.mails_to("p1@familles.example").await[0];
        assert!(mail.content.text.contains("L’école a retiré le lien entre Émile et votre compte.") && !mail.content.text.contains("appel"), "{}", mail.content.text);
        assert!(portal.student("emile").await.get("/student").await.has("Lien retiré le 24 novembre 2026 : Parent P1"));
        assert_eq!(portal.count("audit_events WHERE event = 'link-removed' AND actor_kind = 'staff' AND details NOT LIKE '%appel%'").await, 1);
        assert_eq!(portal.count("guardianships WHERE removed_by_kind = 'staff' AND removed_by IS NOT NULL AND removed_reason LIKE '%appel%'").await, 1);
        // Once more, from a page left open: a true answer, and one mail.
        let again = ac1.submit(&ask, "Retirer le lien", &[("Motif", "Encore")]).await;
        assert!(again.has("Ce lien était déjà retiré."), "{}", again.text());
        assert!(ac1.get(&ask.path).await.has("Ce lien était déjà retiré."));
        assert_eq!(portal.mails_to("p1@familles.example").await.len(), 1);
    }
}

portal_test! {
    async fn a_removal_needs_a_reason_and_keeps_what_was_typed(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let ask = ask_to_remove(&portal, &mut ac1, "emile", "Parent P1").await;
        let long = "x".repeat(501);
        for (typed, sentence) in [("", "Écrivez le motif"), (" \n ", "Écrivez le motif"), (&long, "Raccourcissez le motif"), ("a\u{0}b", "Écrivez le motif de nouveau")] {
            let page = ac1.submit(&ask, "Retirer le lien", &[("Motif", typed)]).await;
            page.assert_refused(422, sentence);
            if typed == long {
                assert_eq!(page.texts("textarea"), std::slice::from_ref(&long));
            }
        }
        assert_eq!(portal.children_of("P1").await, ["Zoé", "Émile"]);
        assert!(portal.mails().await.is_empty());
    }
}

portal_test! {
    async fn an_unconfirmed_address_gets_no_mail_of_a_removal(portal) {
        portal.sql("UPDATE guardians SET email_confirmed_at = NULL").await;
        let mut ac1 = portal.staff("ac1").await;
        let ask = ask_to_remove(&portal, &mut ac1, "emile", "Parent P1").await;
        ac1.submit(&ask, "Retirer le lien", &[("Motif", "Erreur")]).await;
        assert_eq!(portal.children_of("P1").await, ["Zoé"]);
        assert!(portal.mails().await.is_empty());
    }
}

portal_test! {
    /// LNK-08
    async fn a_guardian_takes_a_child_off_and_a_new_code_restores_the_one_row(portal) {
        let (mut p1, path) = (portal.guardian("P1").await, child_path(&portal, "emile").await);
        let page = p1.get(&path).await;
        let ask = p1.click(&page, "Retirer Émile de mon compte").await;
        assert!(ask.has("Vous ne verrez plus rien de Émile Côté") && ask.has("nouveau code d'activation"), "{}", ask.text());
        let done = p1.submit(&ask, "Retirer de mon compte", &[]).await;
        assert_eq!(done.path, "/parent/children");
        assert!(done.has("L'enfant est retiré de votre compte.") && !done.has("Émile"), "{}", done.text());
        assert_eq!(p1.get(&path).await.status, 404);
        assert_eq!(p1.get(&ask.path).await.status, 404);
        // A second click finds it done.
        assert!(p1.submit(&ask, "Retirer de mon compte", &[]).await.has("L'enfant est retiré de votre compte."));
        assert_eq!(portal.count("audit_events WHERE event = 'guardian-left' AND actor_kind = 'guardian'").await, 1);
        assert!(portal.staff("ac1").await.get(&portal.access_path("emile").await).await.has("Retiré par le parent/gardien"));

        portal.later(Duration::from_secs(60));
        let code = portal.code_for("emile").await;
        let question = p1.add_child(&code).await;
        p1.yes(&question).await;
        assert_eq!(p1.get(&path).await.status, 200);
        assert_eq!(portal.count("guardianships WHERE removed_at IS NOT NULL OR removed_by_kind IS NOT NULL OR removed_by IS NOT NULL OR removed_reason IS NOT NULL").await, 0);
        assert_eq!(portal.count("guardianships").await, 5, "as many as the cast has");
        assert!(portal.student("emile").await.get("/student").await.has("Nouveau parent/gardien"));
    }
}

portal_test! {
    /// BAD-14
    async fn who_found_a_letter_is_unlinked_and_the_true_parent_gets_a_code(portal) {
        let code = portal.code_for("noor").await;
        let mut stranger = portal.stranger();
        let question = stranger.sign_up("Un Inconnu", "inconnu@ex.org", "trois petits ponts", &code).await;
        stranger.yes(&question).await;
        let mut p0 = portal.guardian("P0").await;
        p0.add_child(&code).await.assert_refused(422, "Ce code ne peut pas servir.");
        let mut ac1 = portal.staff("ac1").await;
        let ask = ask_to_remove(&portal, &mut ac1, "noor", "Un Inconnu").await;
        ac1.submit(&ask, "Retirer le lien", &[("Motif", "Lettre perdue")]).await;
        assert!(stranger.children().await.is_empty());
        assert_eq!(stranger.get(&child_path(&portal, "noor").await).await.status, 404);
        let fresh = portal.code_for("noor").await;
        let question = p0.add_child(&fresh).await;
        p0.yes(&question).await;
        assert_eq!(p0.children().await, ["Noor"]);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NOT NULL").await, 2, "the first stays used");
    }
}

portal_test! {
    /// AUT-17: what one school removes, the other neither sees nor loses.
    async fn a_removal_at_one_school_is_nothing_to_the_other(portal) {
        let mut bc = portal.staff("bc").await;
        let ask = ask_to_remove(&portal, &mut bc, "liam", "Parent P3").await;
        bc.submit(&ask, "Retirer le lien", &[("Motif", "Erreur")]).await;
        assert_eq!(portal.children_of("P3").await, ["Zoé"]);
        let page = portal.staff("ac1").await.get(&portal.access_path("zoe").await).await;
        assert!(page.has("Parent P3") && !page.has("Liens retirés") && !page.has("Liam"), "{}", page.text());
    }
}

portal_test! {
    /// DAT-05: a person with two accounts links both, and later gives one up.
    async fn two_accounts_of_one_person_stand_side_by_side(portal) {
        for parent in ["P0", "P2"] {
            let code = portal.code_for("noor").await;
            let mut person = portal.guardian(parent).await;
            let question = person.add_child(&code).await;
            person.yes(&question).await;
        }
        let mut p0 = portal.guardian("P0").await;
        let ask = p0.get(&format!("{}/unlink", child_path(&portal, "noor").await)).await;
        p0.submit(&ask, "Retirer de mon compte", &[]).await;
        assert!(p0.children().await.is_empty());
        assert_eq!(portal.children_of("P2").await, ["Noor", "Émile"]);
    }
}

portal_test! {
    /// DAT-01
    async fn links_removals_and_restrictions_outlast_a_roster_with_a_hole(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let ask = ask_to_remove(&portal, &mut ac1, "emile", "Parent P1").await;
        ac1.submit(&ask, "Retirer le lien", &[("Motif", "Erreur")]).await;
        portal.sql("UPDATE students SET left_at = 1 WHERE username = 'emile'").await;
        assert_eq!(ac1.get(&ask.path).await.status, 404);
        portal.sql("UPDATE students SET left_at = NULL WHERE username = 'emile'").await;
        let page = ac1.get(&portal.access_path("emile").await).await;
        assert!(page.link("Retirer le lien de Parent P2").is_some() && page.link("Retirer le lien de Parent P1").is_none(), "{}", page.text());
        assert_eq!(portal.children_of("P2").await, ["Émile"]);
    }
}

portal_test! {
    /// CON-16: an account that is closed while its question is open.
    async fn a_closed_account_is_not_linked(portal) {
        let code = portal.code_for("noor").await;
        let mut p0 = portal.guardian("P0").await;
        let question = p0.add_child(&code).await;
        portal.sql("UPDATE guardians SET closed_at = 1 WHERE email = 'p0@familles.example'").await;
        p0.yes(&question).await;
        assert_eq!(portal.count("guardianships g JOIN guardians p ON p.id = g.guardian_id WHERE p.closed_at IS NOT NULL").await, 0);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);
    }
}
