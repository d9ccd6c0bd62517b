//! A student on verification: a code makes a link that waits until the school has checked.

use std::time::Duration;

use crate::support::{Page, TestPortal};

async fn on_verification(portal: &TestPortal, child: &str) {
    let path = portal.access_path(child).await.replace("/access", "/restrictions");
    let mut aa = portal.staff(if child == "liam" { "ba" } else { "aa" }).await;
    let page = aa.post(&format!("{path}/verification"), &[("verification", "on")]).await;
    assert!(page.has("C'est sauvegardé."), "{}", page.text());
}

async fn ask(portal: &TestPortal, parent: &str, child: &str) -> Page {
    let code = portal.code_for(child).await;
    let mut person = portal.guardian(parent).await;
    let question = person.add_child(&code).await;
    person.yes(&question).await
}

portal_test! {
    async fn the_link_waits_until_the_school_confirms_it(portal) {
        on_verification(&portal, "noor").await;
        let page = ask(&portal, "P0", "noor").await;
        assert_eq!(page.path, "/parent/children");
        assert!(page.has("L'école vérifie avant de lier cet enfant à votre compte."), "{}", page.text());
        assert!(page.has("Noor") && page.has("École A") && !page.has("N’Guessan") && !page.has("11-A"), "{}", page.text());
        let mut p0 = portal.guardian("P0").await;
        assert!(p0.children().await.is_empty() && p0.get("/parent").await.has("L'école vérifie."));
        let child = format!("/parent/children/{}", portal.student_id("noor").await);
        assert_eq!(p0.get(&child).await.status, 404);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NOT NULL").await, 1);
        assert!(!portal.student("noor").await.get("/student").await.has("Parent P0"));
        assert!(portal.mails().await.is_empty());
        // A second code meanwhile: told so, and unused.
        let second = portal.code_for("noor").await;
        p0.add_child(&second).await.assert_refused(422, "L'école vérifie déjà votre demande pour cet enfant.");
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);

        let mut ac1 = portal.staff("ac1").await;
        let home = ac1.get("/staff/a").await;
        let list = ac1.click(&home, "À vérifier : 1").await;
        assert!(list.has("Parent P0 demande un lien avec Noor N’Guessan"), "{}", list.text());
        let done = ac1.submit(&list, "Confirmer le lien", &[]).await;
        assert!(done.has("Le lien est confirmé.") && done.has("Rien à vérifier"), "{}", done.text());
        assert!(ac1.submit(&list, "Confirmer le lien", &[]).await.has("Cette demande n'attend plus"));
        assert_eq!(p0.children().await, ["Noor"]);
        assert!(!p0.get("/parent").await.has("L'école vérifie."));
        assert!(portal.student("noor").await.get("/student").await.has("Nouveau parent/gardien"));
        let mails = portal.mails_to("p0@familles.example").await;
        assert_eq!((mails.len(), mails[0].content.subject.as_str(), mails[0].links()), (1, "L’école a confirmé votre demande", vec![child]));
        for event in ["link-requested", "link-accepted", "verification-switched"] {
            assert_eq!(portal.count(&format!("audit_events WHERE event = '{event}'")).await, 1, "{event}");
        }
    }
}

portal_test! {
    async fn at_sign_up_the_account_opens_and_the_link_waits(portal) {
        on_verification(&portal, "noor").await;
        let code = portal.code_for("noor").await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", "trois petits ponts", &code).await;
        let home = marie.yes(&question).await;
        assert_eq!(home.path, "/parent");
        assert!(home.has("Votre compte est ouvert. L'école vérifie avant d'y lier votre enfant.") && home.has("Noor"), "{}", home.text());
        assert!(marie.children().await.is_empty());
        // Declined: asked first, told on screen. Her address isn't confirmed, so there is no mail.
        let mut ac1 = portal.staff("ac1").await;
        let list = ac1.get("/staff/a/accounts/to-check").await;
        let ask = ac1.click(&list, "Refuser le lien, Marie Roy et Noor N'Guessan").await;
        assert!(ask.has("Il n'y aura pas de lien entre Marie Roy et Noor"), "{}", ask.text());
        let done = ac1.submit(&ask, "Refuser le lien", &[]).await;
        assert!(done.has("Le lien est refusé."), "{}", done.text());
        assert!(ac1.get(&ask.path).await.has("Cette demande n'attend plus"));
        assert!(marie.get("/parent").await.has("L'école n'a pas confirmé votre demande."));
        assert!(marie.children().await.is_empty());
        assert!(portal.mails().await.iter().all(|mail| mail.kind != "link-declined"));
        assert_eq!(portal.count("audit_events WHERE event = 'link-declined'").await, 1);
        // And may ask again, with another code.
        portal.later(Duration::from_secs(60));
        let code = portal.code_for("noor").await;
        let question = marie.add_child(&code).await;
        let page = marie.yes(&question).await;
        assert!(page.has("L'école vérifie.") && !page.has("L'école n'a pas confirmé"), "{}", page.text());
        assert_eq!(portal.count("link_requests").await, 2);
    }
}

portal_test! {
    async fn a_declined_guardian_with_a_confirmed_address_is_mailed(portal) {
        on_verification(&portal, "noor").await;
        ask(&portal, "P0", "noor").await;
        let mut ac1 = portal.staff("ac1").await;
        let list = ac1.get("/staff/a/accounts/to-check").await;
        let question = ac1.click(&list, "Refuser le lien, Parent P0 et Noor N'Guessan").await;
        ac1.submit(&question, "Refuser le lien", &[]).await;
        let mail = &portal.mails_to("p0@familles.example").await[0];
        assert!(mail.content.text.contains("L’école n’a pas fait le lien entre Noor et votre compte."), "{}", mail.content.text);
        assert_eq!(mail.links(), ["/parent/children"]);
    }
}

portal_test! {
    async fn the_switch_leaves_links_that_exist_and_is_written_down_once(portal) {
        on_verification(&portal, "emile").await;
        on_verification(&portal, "emile").await;
        assert_eq!(portal.count("audit_events WHERE event = 'verification-switched'").await, 1);
        assert_eq!(portal.children_of("P1").await, ["Zoé", "Émile"]);
        let page = portal.staff("ac1").await.get(&portal.access_path("emile").await).await;
        assert!(page.has("Vérification avant tout nouveau lien") && page.link("Restrictions").is_none(), "{}", page.text());
        let path = portal.access_path("emile").await.replace("/access", "/restrictions/verification");
        let mut aa = portal.staff("aa").await;
        assert_eq!(aa.post(&path, &[("verification", "maybe")]).await.status, 422);
        assert_eq!(portal.staff("ac1").await.post(&path, &[("verification", "off")]).await.status, 403);
        assert_eq!(portal.count("students WHERE verification").await, 1);
        aa.post(&path, &[("verification", "off")]).await;
        let page = ask(&portal, "P0", "emile").await;
        assert!(page.has("L'enfant est lié à votre compte."), "{}", page.text());
    }
}

portal_test! {
    /// A request that waits survives the switch, and its double click.
    async fn yes_sent_twice_lands_with_the_children(portal) {
        on_verification(&portal, "noor").await;
        let code = portal.code_for("noor").await;
        let mut p0 = portal.guardian("P0").await;
        let question = p0.add_child(&code).await;
        p0.yes(&question).await;
        let again = p0.yes(&question).await;
        assert_eq!((again.status, again.path.as_str()), (200, "/parent/children"));
        assert_eq!(portal.count("link_requests").await, 1);
    }
}

portal_test! {
    async fn another_schools_requests_are_neither_seen_nor_decided(portal) {
        on_verification(&portal, "liam").await;
        ask(&portal, "P0", "liam").await;
        let list = portal.staff("bc").await.get("/staff/b/accounts/to-check").await;
        let decline = list.link("Refuser le lien, Parent P0 et Liam Fortin").unwrap();
        let mut ac1 = portal.staff("ac1").await;
        assert!(ac1.get("/staff/a/accounts/to-check").await.has("Rien à vérifier"));
        let foreign = decline.replace("/staff/b/", "/staff/a/");
        assert_eq!(ac1.get(&foreign).await.status, 404);
        assert_eq!(ac1.post(&foreign, &[]).await.status, 404);
        assert_eq!(ac1.post(&foreign.replace("decline", "accept"), &[]).await.status, 404);
        assert_eq!(portal.count("link_requests WHERE decided_at IS NULL").await, 1);
    }
}
