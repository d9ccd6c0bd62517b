//! What an invitation's mail says, and how it stands with it (INV-16, INV-17, INV-19, INV-20).

use std::time::Duration;

use super::{code_in, invite, set};

portal_test! {
    /// INV-20
    async fn both_parts_say_all_that_a_parent_needs(portal) {
        set(&portal, "contact-email", "accueil@ecole.example").await;
        let mut emile = portal.student("emile").await;
        invite(&mut emile, "maman@ex.org").await;
        let mail = &portal.mails().await[0];
        let (code, links) = (code_in(mail), mail.links());
        assert_eq!((mail.kind.as_str(), mail.state.as_str()), ("invitation", "waiting"));
        assert_eq!(mail.content.language, "fr");
        assert_eq!(mail.content.reply_to.as_deref(), Some("accueil@ecole.example"));
        assert_eq!(mail.content.subject, "Invitation à suivre un Portfolio – École A");
        assert_eq!(links.len(), 2);
        let secret = links[0].rsplit('/').next().unwrap();
        assert_eq!(secret.len(), 64);
        assert_eq!(links[1], format!("/invitation/{secret}"));
        for part in [&mail.content.text, &mail.content.html] {
            let part = crate::support::plain(part);
            for said in [
                code.as_str(), "Émile", "École A", links[0].as_str(), links[1].as_str(),
                "Émile (École A) qui nous a demandé de vous écrire", "Ignorez ce courriel si vous ne connaissez pas cet élève", "Il expire le 23 mai 2027", "Ce n'est pas pour moi",
                "Créez votre compte", "Confirmez que c'est bien votre enfant.",
            ] {
                assert!(part.replace("&#39;", "'").contains(said), "{said}: {part}");
            }
            for other in ["Côté", "Zoé", "Noor", "100000001"] {
                assert!(!part.contains(other), "{other}");
            }
        }
        // The secret rests as a hash, and the mail itself sealed.
        assert_eq!(portal.count("invitations WHERE LENGTH(token_hash) = 32").await, 1);
        assert_eq!(portal.count(&format!("outbox WHERE CAST(sealed AS TEXT) LIKE '%{code}%'")).await, 0);
    }
}

portal_test! {
    /// In the reader's language: the account's, or else the home's.
    async fn the_mail_speaks_the_readers_language(portal) {
        portal.sql("UPDATE students SET home_language = 'English' WHERE username = 'noor'").await;
        portal.sql("UPDATE guardians SET language = 'en' WHERE email = 'p3@familles.example'").await;
        let (mut noor, mut emile) = (portal.student("noor").await, portal.student("emile").await);
        for (student, address, language) in [
            (&mut noor, "mum@ex.org", "en"),
            (&mut emile, "maman@ex.org", "fr"),
        ] {
            invite(student, address).await;
            assert_eq!(portal.mails_to(address).await[0].content.language, language);
        }
        invite(&mut emile, "p3@familles.example").await;
        let english = &portal.mails_to("p3@familles.example").await[0];
        assert_eq!(english.content.language, "en");
        assert!(english.content.text.contains("sign in and add this child"), "{}", english.content.text);
        invite(&mut noor, "p2@familles.example").await;
        assert_eq!(portal.mails_to("p2@familles.example").await[0].content.language, "fr");
    }
}

portal_test! {
    /// INV-16: an address that refuses mail shows to student and staff; the code can still serve.
    async fn a_refused_address_is_told(portal) {
        let mut emile = portal.student("emile").await;
        invite(&mut emile, "Maman@ex.org").await;
        portal.sql("INSERT INTO refused_addresses (address_key, refused_at, reason) VALUES ('maman@ex.org', 1, '550')").await;
        let home = emile.get("/student").await;
        assert!(home.has("Le courriel est refusé."), "{}", home.text());
        let mut ac1 = portal.staff("ac1").await;
        let access = ac1.get(&portal.access_path("emile").await).await;
        assert!(access.has("Courriel refusé"), "{}", access.text());
        assert_eq!(access.codes().len(), 1);
        portal.sql("DELETE FROM refused_addresses").await;
        portal.sql("UPDATE outbox SET state = 'given-up', sealed = NULL").await;
        assert!(emile.get("/student").await.has("Le courriel est refusé."));
    }
}

portal_test! {
    /// INV-17: while the mail server is away the student is told that the mail waits.
    async fn a_mail_that_waits_long_says_so(portal) {
        let mut emile = portal.student("emile").await;
        assert!(invite(&mut emile, "maman@ex.org").await.has("Envoyée le"));
        portal.later(Duration::from_secs(3 * 60));
        assert!(emile.get("/student").await.has("En attente : le courriel n'est pas encore parti"));
        portal.sql("UPDATE outbox SET state = 'sent', sealed = NULL").await;
        assert!(emile.get("/student").await.has("Envoyée le"));
    }
}

portal_test! {
    /// INV-19: the staff delete the code: it is over, and the mail doesn't leave if it hasn't yet.
    async fn a_code_deleted_by_the_staff_ends_its_invitation(portal) {
        let mut emile = portal.student("emile").await;
        invite(&mut emile, "maman@ex.org").await;
        let code = code_in(&portal.mails().await[0]);
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get(&portal.access_path("emile").await).await;
        let ask = ac1.click(&page, &format!("Supprimer le code {code}")).await;
        ac1.submit(&ask, "Supprimer le code", &[]).await;
        assert_eq!(portal.count("outbox WHERE state = 'cancelled' AND sealed IS NULL").await, 1);
        let home = emile.get("/student").await;
        assert!(home.has("Le code ne peut plus servir") && home.link("Annuler l'invitation, maman@ex.org").is_none(), "{}", home.text());
        portal.guardian("P0").await.add_child(&code).await.assert_refused(422, "Ce code ne peut pas servir.");
        assert_eq!(portal.count("outbox").await, 1, "no mail about it");
        // After two weeks it is out of sight.
        portal.later(Duration::from_secs(15 * 24 * 60 * 60));
        assert!(!emile.get("/student").await.has("maman@ex.org"));
    }
}

portal_test! {
    async fn an_invitation_ends_with_its_code(portal) {
        set(&portal, "code-life-days", "7").await;
        let mut emile = portal.student("emile").await;
        assert!(invite(&mut emile, "maman@ex.org").await.has("le code expire le 1er décembre 2026"));
        portal.later(Duration::from_secs(7 * 24 * 60 * 60));
        let home = emile.get("/student").await;
        assert!(home.has("Le code a expiré le 1er décembre 2026") && !home.has("1 sur 5"), "{}", home.text());
    }
}

portal_test! {
    /// INV-07
    async fn who_has_an_account_is_led_to_sign_in_and_finds_the_code_filled_in(portal) {
        invite(&mut portal.student("emile").await, "p3@familles.example").await;
        let mail = portal.mails_to("p3@familles.example").await.remove(0);
        let mut p3 = portal.stranger();
        let door = p3.get(&mail.links()[0]).await;
        assert_eq!(door.path, "/parent?next=%2Fparent%2Fchildren%2Fadd");
        let form = p3.submit(&door, "Ouvrir une session", &[("Courriel", "p3@familles.example"), ("Mot de passe", "pont rouge 47")]).await;
        assert_eq!(form.value("Code d'activation"), code_in(&mail));
        let question = p3.submit(&form, "Ajouter cet enfant", &[]).await;
        p3.yes(&question).await;
        assert!(p3.children().await.contains(&"Émile".to_owned()));
    }
}
