//! A student invites a parent (INV rows of CASES.md): what leaves, what stays, what everybody sees.

use std::time::Duration;

use super::{code_in, invite, set};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const SENT: &str = "C'est fait. Si l'adresse est bonne, le courriel y arrive dans quelques minutes.";
const OFF: &str = "Votre école n'offre pas les invitations pour le moment";

portal_test! {
    /// INV-01: the whole way, from the quick link to the child.
    async fn a_parent_is_invited_and_signs_up(portal) {
        let mut emile = portal.student("emile").await;
        let home = emile.get("/student").await;
        assert!(home.has("Liens rapides") && home.has("Aucune invitation ouverte."), "{}", home.text());
        let link = home.texts(".links .act b");
        assert_eq!(link, ["Partager votre Portfolio avec votre parent/votre gardien"]);
        let page = emile.get("/student/invite").await;
        assert_eq!(page.h1(), "Partager votre Portfolio avec votre parent/votre gardien");
        let done = emile.submit(&page, "Envoyer l'invitation", &[("Courriel du parent/gardien", " Maman@ex.org ")]).await;
        assert_eq!(done.path, "/student");
        assert!(done.has(SENT) && done.has("Maman@ex.org") && done.has("Envoyée le 24 novembre 2026 · le code expire le 23 mai 2027") && done.has("1 sur 5"), "{}", done.text());

        let mails = portal.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, "Maman@ex.org");
        let mut ac1 = portal.staff("ac1").await;
        let access = ac1.get(&portal.access_path("emile").await).await;
        assert_eq!(access.codes(), [code_in(&mails[0])]);
        assert!(access.has("envoyé par l'élève à M•••••@ex.org"), "{}", access.text());
        assert_eq!(portal.count("activation_codes WHERE channel = 'email' AND made_by IS NULL AND batch_id IS NULL AND sent_to = 'Maman@ex.org'").await, 1);
        assert_eq!(portal.count("audit_events WHERE event = 'invitation-sent' AND actor_kind = 'student'").await, 1);
        assert_eq!(portal.count("audit_events WHERE details LIKE '%@%' OR details LIKE '%Maman%'").await, 0);

        let mut mother = portal.stranger();
        let form = mother.get(&mails[0].links()[0]).await;
        assert_eq!((form.path.as_str(), form.value("Code d'activation")), ("/parent/sign-up", code_in(&mails[0])));
        let question = mother.submit(&form, "Créer mon compte", &[("Votre nom", "Marie Côté"), ("Courriel", "maman@ex.org"), ("Mot de passe", "pont rouge 47")]).await;
        mother.yes(&question).await;
        assert_eq!(mother.children().await, ["Émile"]);
        let home = emile.get("/student").await;
        assert!(home.has("Code utilisé le 24 novembre 2026") && home.has("Marie Côté"), "{}", home.text());
        assert_eq!(home.link("Annuler l'invitation, Maman@ex.org"), None);
    }
}

portal_test! {
    /// INV-02: off is off, also for a page that is open already.
    async fn a_school_that_turned_invitations_off_sends_none(portal) {
        let mut emile = portal.student("emile").await;
        let open = emile.get("/student/invite").await;
        set(&portal, "student-invitations", "off").await;
        let home = emile.get("/student").await;
        assert!(!home.has("Liens rapides") && !home.has("Partager votre Portfolio") && !home.has("Invitations ouvertes"), "{}", home.text());
        let page = emile.get("/student/invite").await;
        assert_eq!(page.status, 200);
        assert!(page.has(OFF) && page.texts("main form").is_empty());
        let refused = emile.submit(&open, "Envoyer l'invitation", &[("Courriel du parent/gardien", "maman@ex.org")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has(OFF) && refused.has("Rien n'a été envoyé."), "{}", refused.text());
        assert!(refused.texts(".notice.bad").is_empty() && !refused.title().starts_with("Erreur"));
        assert_eq!(emile.post("/student/invite", &[("email", "x")]).await.status, 422);
        for table in ["activation_codes", "outbox", "invitations"] {
            assert_eq!(portal.count(table).await, 0, "{table}");
        }
        // INV-04: another school's choice is its own.
        let mut liam = portal.student("liam").await;
        assert!(invite(&mut liam, "papa@ex.org").await.has(SENT));
        assert_eq!(portal.mails_to("papa@ex.org").await.len(), 1);
    }
}

portal_test! {
    /// INV-05: off stops sending; what was sent stays good.
    async fn a_code_that_was_sent_outlives_the_option(portal) {
        let mut emile = portal.student("emile").await;
        invite(&mut emile, "maman@ex.org").await;
        set(&portal, "student-invitations", "off").await;
        let home = emile.get("/student").await;
        assert!(home.has("Invitations ouvertes") && home.has("maman@ex.org"), "{}", home.text());
        let code = code_in(&portal.mails().await[0]);
        let mut mother = portal.stranger();
        let question = mother.sign_up("Marie Côté", "maman@ex.org", "pont rouge 47", &code).await;
        mother.yes(&question).await;
        assert_eq!(mother.children().await, ["Émile"]);
    }
}

portal_test! {
    /// INV-07: the answer is the same whoever has the address; the mail knows better.
    async fn who_has_an_account_is_told_to_add_the_child(portal) {
        let mut noor = portal.student("noor").await;
        let mut zoe = portal.student("zoe").await;
        let known = invite(&mut noor, "p2@familles.example").await.text();
        let unknown = invite(&mut zoe, "p9@familles.example").await.text();
        let part = |text: &str| text[text.find("C'est fait").unwrap()..].replace("p9@", "p2@").split("Qui voit").next().unwrap().to_owned();
        assert_eq!(part(&known), part(&unknown));
        assert_eq!(portal.count("invitations WHERE code_id IS NOT NULL AND mail_id IS NOT NULL").await, 2);
        let mail = &portal.mails_to("p2@familles.example").await[0];
        assert!(mail.content.text.contains("Vous avez déjà un compte"), "{}", mail.content.text);
        assert!(!portal.mails_to("p9@familles.example").await[0].content.text.contains("déjà un compte"));
        let mut p2 = portal.guardian("P2").await;
        let form = p2.get(&mail.links()[0]).await;
        assert_eq!(form.path, "/parent/children/add");
        let question = p2.submit(&form, "Ajouter cet enfant", &[]).await;
        p2.yes(&question).await;
        assert_eq!(portal.children_of("P2").await, ["Noor", "Émile"]);
    }
}

portal_test! {
    /// INV-08, LNK-09: one's own address, or the staff's, is an address like any other.
    async fn an_address_of_the_school_is_never_special(portal) {
        let mut emile = portal.student("emile").await;
        for address in ["emile@ecole.example", "ac1@ecole.example"] {
            assert!(invite(&mut emile, address).await.has(SENT));
        }
        assert_eq!(portal.count("guardianships g JOIN students s ON s.id = g.student_id WHERE s.username = 'emile'").await, 2);
    }
}

portal_test! {
    /// INV-13, INV-14: one recipient, and no words of the student's own.
    async fn what_is_no_single_address_is_refused_with_what_was_typed(portal) {
        let mut emile = portal.student("emile").await;
        for typed in ["", "maman", "a@b.org\r\nBcc: x@y.org", "a@b.org, c@d.org", "a@b.org;c@d.org", "Maman <a@b.org>"] {
            let page = invite(&mut emile, typed).await;
            assert_eq!(page.status, 422, "{typed}");
            assert!(page.title().starts_with("Erreur : "));
            assert_eq!(page.texts(".notice.bad li").len(), 1);
            assert_eq!(page.texts("#email-error").len(), 1);
            assert_eq!(page.value("Courriel du parent/gardien").replace('\n', " ").split_whitespace().collect::<Vec<_>>(), typed.split_whitespace().collect::<Vec<_>>());
        }
        assert_eq!(portal.count("outbox").await + portal.count("activation_codes").await, 0);
        emile.post("/student/invite", &[("email", "a@b.org"), ("note", "<b>viens</b> http://x.org")]).await;
        let mail = &portal.mails_to("a@b.org").await[0];
        assert!(!mail.content.text.contains("viens") && !mail.content.html.contains("viens"));
    }
}

portal_test! {
    async fn a_form_sent_twice_is_one_mail(portal) {
        let mut emile = portal.student("emile").await;
        let page = emile.get("/student/invite").await;
        for _ in 0..2 {
            let done = emile.submit(&page, "Envoyer l'invitation", &[("Courriel du parent/gardien", "maman@ex.org")]).await;
            assert!(done.has(SENT), "{}", done.text());
        }
        assert_eq!(portal.mails().await.len(), 1);
        assert_eq!(portal.count("activation_codes").await, 1);
        // The same key in another student's hands is another form.
        let form = page.form("Envoyer l'invitation", &[]);
        let key = &form.fields.iter().find(|(name, _)| name == "form_key").unwrap().1;
        let mut zoe = portal.student("zoe").await;
        assert!(zoe.post("/student/invite", &[("email", "maman@ex.org"), ("form_key", key)]).await.has(SENT));
        assert_eq!(portal.mails().await.len(), 2);
    }
}

portal_test! {
    /// INV-11: never a pile of live codes.
    async fn the_same_address_waits_a_day_and_then_gets_a_new_code(portal) {
        let mut emile = portal.student("emile").await;
        invite(&mut emile, "maman@ex.org").await;
        invite(&mut emile, "MAMAN@ex.org").await.assert_refused(422, "Une même adresse ne reçoit qu'un courriel par jour.");
        assert_eq!(portal.mails().await.len(), 1);
        portal.later(DAY);
        assert!(invite(&mut emile, "maman@ex.org").await.has("1 sur 5"));
        assert_eq!(portal.count("activation_codes WHERE deleted_at IS NULL").await, 1);
        // The first mail hadn't left: it won't any more.
        assert_eq!(portal.count("outbox WHERE state = 'cancelled'").await, 1);
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 1);
        let mut ac1 = portal.staff("ac1").await;
        assert_eq!(ac1.get(&portal.access_path("emile").await).await.codes(), [code_in(&mails[0])]);
    }
}

portal_test! {
    /// INV-22
    async fn a_student_who_left_invites_nobody(portal) {
        let mut emile = portal.student("emile").await;
        let open = emile.get("/student/invite").await;
        portal.sql("UPDATE students SET left_at = 1 WHERE username = 'emile'").await;
        let page = emile.submit(&open, "Envoyer l'invitation", &[("Courriel du parent/gardien", "maman@ex.org")]).await;
        assert!(page.path.starts_with("/student?next="), "{}", page.path);
        assert_eq!(portal.count("outbox").await + portal.count("activation_codes").await + portal.count("invitations").await, 0);
    }
}

portal_test! {
    /// A restricted adult: the student sees what they would always see; nothing leaves; the staff know.
    async fn a_restricted_adult_gets_nothing(portal) {
        portal.sql("INSERT INTO restrictions (id, student_id, email, email_key, note, made_by, made_at) SELECT s.id, s.id, 'papa@ex.org', 'papa@ex.org', '', (SELECT id FROM staff ORDER BY id LIMIT 1), 0 FROM students s WHERE username = 'emile'").await;
        portal.sql("INSERT INTO restrictions (id, student_id, guardian_id, note, made_by, made_at) SELECT g.id, s.id, g.id, '', (SELECT id FROM staff ORDER BY id LIMIT 1), 0 FROM students s, guardians g WHERE username = 'emile' AND g.email = 'p3@familles.example'").await;
        let (mut emile, mut zoe) = (portal.student("emile").await, portal.student("zoe").await);
        let held = invite(&mut emile, "Papa@ex.org").await;
        assert!(held.has(SENT) && held.has("Papa@ex.org") && held.has("Envoyée le 24 novembre 2026 · le code expire le 23 mai 2027") && held.has("1 sur 5"), "{}", held.text());
        invite(&mut emile, "p3@familles.example").await;
        assert_eq!(portal.count("outbox").await + portal.count("activation_codes").await, 0);
        assert_eq!(portal.count("concerns WHERE kind = 'restricted-tried' AND raised_by = 'student'").await, 2);
        assert_eq!(portal.count("concerns WHERE guardian_id IS NOT NULL").await, 1);
        assert_eq!(portal.count("audit_events WHERE event = 'invitation-held'").await, 2);
        invite(&mut emile, "papa@ex.org").await.assert_refused(422, "Une même adresse ne reçoit qu'un courriel par jour.");
        // It can be taken back like any other, and counts like any other.
        let home = emile.get("/student").await;
        let ask = emile.click(&home, "Annuler l'invitation, Papa@ex.org").await;
        let done = emile.submit(&ask, "Annuler l'invitation", &[]).await;
        assert!(done.has("L'invitation est annulée.") && done.has("1 sur 5"), "{}", done.text());
        // For another student the same adult isn't restricted; and a lifted restriction is none.
        invite(&mut zoe, "papa@ex.org").await;
        assert_eq!(portal.mails_to("papa@ex.org").await.len(), 1);
        portal.sql("UPDATE restrictions SET lifted_at = 1").await;
        portal.later(DAY);
        invite(&mut emile, "papa@ex.org").await;
        assert_eq!(portal.mails_to("papa@ex.org").await.len(), 2);
    }
}
