//! An adult who must not be linked: from the next request on, everywhere, until it is lifted.

mod races;

use std::time::Duration;

use crate::support::{Page, Person, TestPortal};

const PASSWORD: &str = "trois petits ponts";
const MUST_VERIFY: &str = "L'école doit vérifier. Le code n'a pas été utilisé";

pub async fn path_of(portal: &TestPortal, child: &str) -> String {
    portal.access_path(child).await.replace("/access", "/restrictions")
}

/// An administrator restricts a linked guardian, chosen by name.
pub async fn restrict(portal: &TestPortal, child: &str, guardian: &str) -> Page {
    let mut aa = portal.staff(if child == "liam" { "ba" } else { "aa" }).await;
    let access = aa.get(&portal.access_path(child).await).await;
    let page = aa.click(&access, &format!("Restreindre {guardian}")).await;
    aa.submit(&page, "Ajouter la restriction", &[("Note", "Jugement 500-04")]).await
}

/// An administrator restricts whoever has this address.
pub async fn restrict_address(portal: &TestPortal, child: &str, email: &str) -> Page {
    let mut aa = portal.staff("aa").await;
    let page = aa.get(&path_of(portal, child).await).await;
    aa.submit(
        &page,
        "Ajouter la restriction",
        &[("Courriel de l'adulte", email), ("Note", "Jugement 500-04")],
    )
    .await
}

async fn add(portal: &TestPortal, person: &mut Person, child: &str) -> Page {
    let code = portal.code_for(child).await;
    person.add_child(&code).await
}

portal_test! {
    async fn a_restricted_guardian_is_out_at_once_and_their_code_stays_unused(portal) {
        let mut p1 = portal.guardian("P1").await;
        let done = restrict(&portal, "emile", "Parent P1").await;
        assert!(done.has("La restriction est en vigueur.") && done.has("Parent P1") && done.has("Jugement 500-04") && done.has("par Anne Admin"), "{}", done.text());
        let child = format!("/parent/children/{}", portal.student_id("emile").await);
        assert_eq!(p1.get(&child).await.status, 404);
        assert_eq!(p1.children().await, ["Zoé"]);
        assert!(portal.mails().await.is_empty(), "nobody is mailed about it");
        // A code is no way around it.
        let page = add(&portal, &mut p1, "emile").await;
        page.assert_refused(422, MUST_VERIFY);
        assert!(!page.has("École A") && !page.has("Émile"), "{}", page.text());
        assert_eq!(p1.children().await, ["Zoé"]);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL AND disowned_at IS NULL").await, 1);
        assert_eq!(portal.count("add_child_drafts").await, 0);
        assert_eq!(portal.count("audit_events WHERE event = 'restricted-tried' AND actor_kind = 'guardian'").await, 1);
        // The staff are told; who it is, only administrators.
        let list = portal.staff("ac1").await.get("/staff/a/accounts/to-check").await;
        assert!(list.has("Un adulte visé par une restriction a entré un code d'activation") && list.has("Émile Côté") && !list.has("Parent P1"), "{}", list.text());
        assert!(portal.staff("aa").await.get("/staff/a/accounts/to-check").await.has("au sujet de Parent P1"));
        // Others may use it.
        let mut p0 = portal.guardian("P0").await;
        let question = add(&portal, &mut p0, "emile").await;
        p0.yes(&question).await;
        assert_eq!(p0.children().await, ["Émile"]);
    }
}

portal_test! {
    async fn counsellors_see_that_there_is_one_and_no_more(portal) {
        restrict(&portal, "emile", "Parent P1").await;
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get(&portal.access_path("emile").await).await;
        assert!(page.has("Restriction en vigueur : voir un administrateur"), "{}", page.text());
        assert!(!page.has("Parent P1") && !page.has("Jugement") && page.link("Restrictions").is_none() && page.link("Restreindre Parent P2").is_none(), "{}", page.text());
        let path = path_of(&portal, "emile").await;
        assert_eq!(ac1.get(&path).await.status, 403);
        assert_eq!(ac1.post(&path, &[("email", "x@ex.org"), ("note", "x")]).await.status, 403);
        assert_eq!(portal.count("restrictions").await, 1);
        let page = portal.staff("aa").await.get(&portal.access_path("emile").await).await;
        assert!(page.has("Restriction en vigueur") && page.has("par une restriction") && page.link("Restrictions").is_some(), "{}", page.text());
        // The student sees that the link is gone, and not why.
        let home = portal.student("emile").await.get("/student").await;
        assert!(home.has("Lien retiré le 24 novembre 2026 : Parent P1") && !home.has("estriction"), "{}", home.text());
        // Neither the audit nor the page of another school knows the note.
        assert_eq!(portal.count("audit_events WHERE details LIKE '%500-04%' OR details LIKE '%familles%'").await, 0);
        assert_eq!(portal.count("audit_events WHERE event = 'restriction-made'").await, 1);
    }
}

portal_test! {
    async fn an_address_without_an_account_cannot_sign_up_with_a_code(portal) {
        restrict_address(&portal, "noor", "Marie@ex.org").await;
        let code = portal.code_for("noor").await;
        let mut marie = portal.stranger();
        let page = marie.sign_up("Marie Roy", "marie@EX.org", PASSWORD, &code).await;
        page.assert_refused(422, MUST_VERIFY);
        assert_eq!((page.value("Votre nom").as_str(), page.value("Courriel").as_str()), ("Marie Roy", "marie@EX.org"));
        assert_eq!(portal.count("guardians WHERE email LIKE '%ex.org'").await, 0);
        assert_eq!(portal.count("sign_up_drafts").await, 0);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);
        assert_eq!(portal.count("concerns WHERE kind = 'restricted-tried' AND raised_by = 'stranger' AND guardian_id IS NULL").await, 1);
        marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &code).await;
        assert_eq!(portal.count("concerns").await, 1, "what is open isn't raised twice");
        assert_eq!(portal.count("audit_events WHERE event = 'restricted-tried' AND actor_kind = 'stranger'").await, 2);
        // About another student she isn't restricted.
        let code = portal.code_for("zoe").await;
        let question = marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &code).await;
        marie.yes(&question).await;
        assert_eq!(marie.children().await, ["Zoé"]);
    }
}

portal_test! {
    async fn a_restriction_made_while_the_question_is_open_still_bites(portal) {
        let codes = portal.codes_for("noor", 2).await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &codes[0]).await;
        let mut p0 = portal.guardian("P0").await;
        let asked = p0.add_child(&codes[1]).await;
        restrict_address(&portal, "noor", "marie@ex.org").await;
        restrict_address(&portal, "noor", "p0@familles.example").await;
        marie.yes(&question).await.assert_refused(422, MUST_VERIFY);
        assert!(!marie.is_signed_in("/parent").await);
        p0.yes(&asked).await.assert_refused(422, MUST_VERIFY);
        assert_eq!(portal.count("guardians WHERE email = 'marie@ex.org'").await, 0);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 2);
        assert_eq!(portal.count("concerns WHERE kind = 'restricted-tried'").await, 2);
        assert!(p0.children().await.is_empty());
    }
}

portal_test! {
    async fn another_address_is_no_way_out(portal) {
        // Made for an address that has an account, and for one that gets its account later.
        restrict_address(&portal, "noor", "p0@familles.example").await;
        restrict_address(&portal, "noor", "marie@ex.org").await;
        let code = portal.code_for("zoe").await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &code).await;
        marie.yes(&question).await;
        let mut p0 = portal.guardian("P0").await;
        portal.sql("UPDATE guardians SET email = 'new-' || email, email_key = 'new-' || email_key").await;
        for person in [&mut p0, &mut marie] {
            add(&portal, person, "noor").await.assert_refused(422, MUST_VERIFY);
        }
        assert_eq!(portal.count("guardianships g JOIN students s ON s.id = g.student_id WHERE s.username = 'noor'").await, 0);
        // The page names no account that the school has nothing to do with.
        let page = portal.staff("aa").await.get(&path_of(&portal, "noor").await).await;
        assert!(page.has("p0@familles.example") && !page.has("Parent P0"), "{}", page.text());
    }
}

portal_test! {
    async fn what_waits_is_declined_and_what_was_mailed_is_void(portal) {
        let path = path_of(&portal, "noor").await;
        portal.staff("aa").await.post(&format!("{path}/verification"), &[("verification", "on")]).await;
        let mut p0 = portal.guardian("P0").await;
        let question = add(&portal, &mut p0, "noor").await;
        p0.yes(&question).await;
        let list = portal.staff("ac1").await.get("/staff/a/accounts/to-check").await;
        // A code that an invitation mailed to the same address, whose mail still waits.
        portal.code_for("noor").await;
        portal.sql("UPDATE activation_codes SET channel = 'email', sent_to = 'P0@familles.example' WHERE used_at IS NULL").await;
        portal.sql("INSERT INTO outbox (id, kind, about_id, recipient, recipient_key, urgency, key_id, state, attempts, due_at, created_at) SELECT id, 'invitation', id, sent_to, 'p0@familles.example', 0, 1, 'waiting', 0, 1, 1 FROM activation_codes WHERE sent_to IS NOT NULL").await;
        restrict_address(&portal, "noor", "p0@familles.example").await;
        assert_eq!(portal.count("link_requests WHERE decided_at IS NULL").await, 0);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL AND deleted_at IS NULL").await, 0);
        assert_eq!(portal.count("outbox WHERE state = 'waiting'").await, 0);
        assert_eq!(portal.count("audit_events WHERE event = 'code-deleted'").await, 1);
        // From a page left open it can't be confirmed.
        let page = portal.staff("ac1").await.submit(&list, "Confirmer le lien", &[]).await;
        assert!(page.has("Cette demande n'attend plus"), "{}", page.text());
        assert!(p0.children().await.is_empty());
    }
}

portal_test! {
    async fn mails_about_the_student_that_still_wait_are_called_back(portal) {
        let mut p0 = portal.guardian("P0").await;
        let question = add(&portal, &mut p0, "emile").await;
        p0.yes(&question).await;
        assert_eq!(portal.count("outbox WHERE state = 'waiting' AND kind = 'newcomer'").await, 2);
        restrict(&portal, "emile", "Parent P1").await;
        assert_eq!(portal.count("outbox WHERE state = 'cancelled' AND recipient = 'p1@familles.example'").await, 1);
        assert_eq!(portal.count("outbox WHERE state = 'waiting' AND recipient = 'p2@familles.example'").await, 1);
        // And none is written from now on.
        let mut marie = portal.stranger();
        let code = portal.code_for("emile").await;
        let question = marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &code).await;
        marie.yes(&question).await;
        assert_eq!(portal.count("outbox WHERE state = 'waiting' AND recipient = 'p1@familles.example'").await, 0);
    }
}

portal_test! {
    async fn lifting_lets_a_new_code_link_and_restores_nothing_by_itself(portal) {
        restrict(&portal, "emile", "Parent P1").await;
        let mut aa = portal.staff("aa").await;
        let page = aa.get(&path_of(&portal, "emile").await).await;
        let ask = aa.click(&page, "Lever la restriction, Parent P1").await;
        assert!(ask.has("Un lien entre Parent P1 et Émile Côté redeviendra possible."), "{}", ask.text());
        let done = aa.submit(&ask, "Lever la restriction", &[]).await;
        assert!(done.has("La restriction est levée.") && done.has("Aucune restriction n'est en vigueur") && done.has("Levée le 24 novembre 2026, par Anne Admin"), "{}", done.text());
        assert!(aa.submit(&ask, "Lever la restriction", &[]).await.has("Cette restriction était déjà levée."));
        assert!(aa.get(&ask.path).await.has("Cette restriction était déjà levée."));
        assert_eq!(portal.count("audit_events WHERE event = 'restriction-lifted'").await, 1);
        let mut p1 = portal.guardian("P1").await;
        assert_eq!(p1.children().await, ["Zoé"]);
        portal.later(Duration::from_secs(60));
        let question = add(&portal, &mut p1, "emile").await;
        p1.yes(&question).await;
        assert_eq!(p1.children().await, ["Zoé", "Émile"]);
        assert_eq!(portal.count("guardianships").await, 5);
    }
}

portal_test! {
    async fn the_same_adult_is_restricted_once(portal) {
        restrict(&portal, "emile", "Parent P1").await;
        let page = restrict_address(&portal, "emile", "P1@familles.example").await;
        assert!(page.has("Une restriction est déjà en vigueur pour cet adulte."), "{}", page.text());
        assert_eq!(portal.count("restrictions").await, 1);
        assert_eq!(portal.count("audit_events WHERE event = 'restriction-made'").await, 1);
    }
}

portal_test! {
    async fn bad_input_comes_back_with_all_that_was_typed(portal) {
        let path = path_of(&portal, "emile").await;
        let mut aa = portal.staff("aa").await;
        let long = "x".repeat(1001);
        for (adult, email, note, sentence) in [
            ("", "", "Jugement", "Choisissez un adulte, ou entrez son courriel."),
            ("", "marie", "Jugement", "Ajoutez la fin de l'adresse"),
            ("", "marie@ex.org", "", "Écrivez une note"),
            ("", "marie@ex.org", &long, "Raccourcissez la note"),
            ("", "marie@ex.org", "a\u{7}", "Écrivez la note de nouveau"),
            ("01890000-0000-7000-8000-000000000000", "", "Jugement", "Cet adulte n'est pas dans la liste."),
            ("nobody", "", "Jugement", "Cet adulte n'est pas dans la liste."),
            ("01890000-0000-7000-8000-000000000000", "marie@ex.org", "Jugement", "Choisissez un adulte ou entrez un courriel, pas les deux."),
        ] {
            let page = aa.post(&path, &[("adult", adult), ("email", email), ("note", note)]).await;
            page.assert_refused(422, sentence);
            assert_eq!(page.value("Courriel de l'adulte"), email);
            if !note.contains('\u{7}') {
                assert_eq!(page.texts("#note"), [note]);
            }
        }
        // A guardian of another student is nobody here.
        let p3 = portal.staff("ba").await.get(&path_of(&portal, "liam").await).await.attributes("#adult option", "value").remove(1);
        aa.post(&path, &[("adult", &p3), ("note", "Jugement")]).await.assert_refused(422, "Cet adulte n'est pas dans la liste.");
        assert_eq!(portal.count("restrictions").await, 0);
        assert_eq!(portal.children_of("P1").await, ["Zoé", "Émile"]);
    }
}

portal_test! {
    async fn looking_at_restrictions_is_written_down(portal) {
        let before = portal.count("audit_events WHERE event = 'student-looked'").await;
        portal.staff("aa").await.get(&path_of(&portal, "emile").await).await;
        assert_eq!(portal.count("audit_events WHERE event = 'student-looked'").await, before + 1);
    }
}

portal_test! {
    async fn one_whose_link_was_removed_or_waits_can_be_chosen_by_name(portal) {
        let path = path_of(&portal, "noor").await;
        let mut aa = portal.staff("aa").await;
        aa.post(&format!("{path}/verification"), &[("verification", "on")]).await;
        let mut p0 = portal.guardian("P0").await;
        let question = add(&portal, &mut p0, "noor").await;
        p0.yes(&question).await;
        let page = aa.get(&path).await;
        assert_eq!(page.texts("#adult option"), ["Un autre adulte", "Parent P0"]);
        let p0_id = portal.guardian_id("P0").await.to_string();
        let done = aa.submit(&page, "Ajouter la restriction", &[("Adulte", &p0_id), ("Note", "Jugement")]).await;
        assert!(done.has("La restriction est en vigueur.") && done.has("Parent P0"), "{}", done.text());
        assert_eq!(portal.count("link_requests WHERE decided_at IS NULL").await, 0);
        assert_eq!(done.texts("#adult option"), ["Un autre adulte", "Parent P0"]);
    }
}
