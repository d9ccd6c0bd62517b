//! Proving that an e-mail is its account's (BAD-13, DAT-07, EML-07 of CASES.md).

use std::time::Duration;

use passerelle::{random, sessions, web::cookies};
use sea_orm::{ConnectionTrait, raw_sql};

use crate::support::{Page, Person, TestPortal};

const PASSWORD: &str = "trois petits ponts";
const MARIE: &str = "marie@ex.org";
const CONFIRM: &str = "Confirmer mon courriel";
const SENT: &str = "Nous avons envoyé un courriel à cette adresse. Ouvrez-le pour la confirmer.";

/// Opens an account for Noor's parent; they stay signed in.
async fn sign_up(portal: &TestPortal, email: &str) -> (Person, Page) {
    let code = portal.code_for("noor").await;
    let mut person = portal.stranger();
    let question = person.sign_up("Marie Roy", email, PASSWORD, &code).await;
    let home = person.yes(&question).await;
    portal.later(Duration::from_secs(1));
    (person, home)
}

/// The links of the latest mail of this kind to an address: its action, then its aside.
async fn links_of(portal: &TestPortal, address: &str, kind: &str) -> Vec<String> {
    let mails = portal.mails_to(address).await;
    mails.iter().rfind(|mail| mail.kind == kind).map(super::support::WrittenMail::links).unwrap_or_default()
}

async fn ask_for(portal: &TestPortal, person: &mut Person, email: &str, password: &str) -> Page {
    let form = person.get("/parent/account/email").await;
    let fields = [("Nouveau courriel", email), ("Mot de passe actuel", password)];
    let page = person.submit(&form, "Envoyer le courriel de confirmation", &fields).await;
    portal.later(Duration::from_secs(1));
    page
}

async fn is_confirmed(portal: &TestPortal, email: &str) -> bool {
    portal.count(&format!("guardians WHERE email = '{email}' AND email_confirmed_at IS NOT NULL")).await == 1
}

portal_test! {
    async fn a_new_account_is_mailed_the_link_that_confirms_it(portal) {
        let (mut marie, home) = sign_up(&portal, MARIE).await;
        assert!(home.has("Confirmez votre courriel : nous avons écrit à marie@ex.org."), "{}", home.text());
        let mails = portal.mails_to(MARIE).await;
        assert_eq!((mails.len(), mails[0].content.subject.as_str()), (1, "Confirmez votre courriel"));
        for name in ["Noor", "N’Guessan", "École", "Conseil", "Marie"] {
            assert!(!mails[0].content.text.contains(name) && !mails[0].content.html.contains(name), "{name}");
        }
        let links = mails[0].links();
        assert!(links[0].starts_with("/parent/confirm/") && links[1].starts_with("/parent/not-mine/"), "{links:?}");
        // On another device, signed out; opening it decides nothing.
        let mut desk = portal.stranger();
        let page = desk.get(&links[0]).await;
        assert_eq!((page.path.as_str(), page.h1().as_str()), ("/parent/confirm", "Confirmer votre courriel"));
        assert!(page.has(MARIE));
        portal.stranger().get(&links[1]).await;
        assert!(!is_confirmed(&portal, MARIE).await);
        let door = desk.submit(&page, CONFIRM, &[]).await;
        assert_eq!(door.path, "/parent");
        assert!(door.has("Votre courriel est confirmé. Merci.") && door.has("Ouvrir une session"));
        assert!(is_confirmed(&portal, MARIE).await);
        assert!(!marie.get("/parent").await.has("Confirmez votre courriel"));
        assert_eq!(portal.count("audit_events WHERE event = 'email-confirmed'").await, 1);
        // Once.
        assert_eq!(portal.stranger().get(&links[0]).await.status, 410);
        assert_eq!(portal.stranger().get(&links[1]).await.status, 410);
    }
}

portal_test! {
    async fn a_link_ends_after_seven_days_and_another_is_asked_for(portal) {
        let (mut marie, home) = sign_up(&portal, MARIE).await;
        let old = links_of(&portal, MARIE, "confirm-email").await.remove(0);
        portal.later(Duration::from_secs(7 * 24 * 3600));
        assert_eq!(portal.stranger().get(&old).await.status, 410);
        let account = marie.submit(&home, "Envoyer de nouveau le courriel", &[]).await;
        assert!(account.path == "/parent/account" && account.has(SENT), "{}", account.text());
        let new = links_of(&portal, MARIE, "confirm-email").await.remove(0);
        let page = marie.get(&new).await;
        marie.submit(&page, CONFIRM, &[]).await;
        assert!(is_confirmed(&portal, MARIE).await);
    }
}

portal_test! {
    async fn asking_again_and_again_is_slowed_and_heals(portal) {
        let (mut marie, _) = sign_up(&portal, MARIE).await;
        for _ in 0..5 {
            assert_eq!(marie.post("/parent/account/email/resend", &[]).await.status, 200);
        }
        let page = marie.post("/parent/account/email/resend", &[]).await;
        assert_eq!((page.status, portal.mails_to(MARIE).await.len()), (429, 6));
        ask_for(&portal, &mut marie, "autre@ex.org", PASSWORD).await.assert_refused(429, "Attendez quelques minutes");
        portal.later(Duration::from_secs(600));
        assert_eq!(marie.post("/parent/account/email/resend", &[]).await.status, 200);
    }
}

/// An invitation as the student's page makes it, for the code that lies unused.
async fn invite(portal: &TestPortal, email: &str) -> String {
    let secret = random::token(&mut random::system());
    let hash = sessions::hash(&secret);
    let (id, key) = (
        sessions::SessionId::new(portal.portal.clock.now(), &mut random::system()),
        cookies::encode(&secret),
    );
    portal.portal.database.writer().execute_raw(raw_sql!(
        Postgres,
        "INSERT INTO invitations (id, form_key, student_id, school_id, email, email_key, code_id, token_hash, created_at)
         SELECT {id}, {key}, s.id, s.school_id, {email}, {email}, c.id, {hash}, c.made_at
         FROM activation_codes c JOIN students s ON s.id = c.student_id WHERE c.used_at IS NULL"
    )).await.unwrap();
    cookies::encode(&secret)
}

portal_test! {
    async fn who_came_by_a_mailed_invitation_is_confirmed(portal) {
        for (email, confirmed) in [(MARIE, true), ("Luc@ex.org", false)] {
            let code = portal.code_for("noor").await;
            let secret = invite(&portal, MARIE).await;
            let mut person = portal.stranger();
            person.get(&format!("/a/{code}/{secret}")).await;
            assert!(person.cookies.contains_key("passerelle-invitation"));
            let question = person.sign_up("Une Personne", email, PASSWORD, &code).await;
            let home = person.yes(&question).await;
            assert_eq!((home.status, is_confirmed(&portal, email).await), (200, confirmed), "{email}");
            assert_eq!(portal.mails_to(email).await.is_empty(), confirmed, "{email}");
            assert!(!person.cookies.contains_key("passerelle-invitation"), "the secret is forgotten");
            portal.sql("DELETE FROM invitations").await;
        }
    }
}

portal_test! {
    async fn the_secret_of_another_code_proves_nothing(portal) {
        let code = portal.code_for("noor").await;
        let secret = invite(&portal, MARIE).await;
        let other = portal.code_for("zoe").await;
        let mut person = portal.stranger();
        person.get(&format!("/a/{code}/{secret}")).await;
        let question = person.sign_up("Une Personne", MARIE, PASSWORD, &other).await;
        person.yes(&question).await;
        assert!(!is_confirmed(&portal, MARIE).await);
    }
}

portal_test! {
    /// BAD-13
    async fn whoever_owns_the_address_refuses_the_account_in_one_step(portal) {
        let (mut attacker, _) = sign_up(&portal, MARIE).await;
        // An invitation to the victim waits too; it isn't the account's.
        let (mail, content) = (outbox::MailId::new(1, &mut random::system()), outbox::Content { subject: "x".to_owned(), text: "x".to_owned(), html: "x".to_owned(), language: "fr".to_owned(), reply_to: None });
        let new = outbox::NewMail { id: mail, kind: "invitation", about: None, to: MARIE, urgency: outbox::Urgency::Now, content: &content };
        outbox::put(portal.portal.database.writer(), &portal.portal.mail_keys, &new, 1, &mut random::system()).await.unwrap();
        let not_mine = links_of(&portal, MARIE, "confirm-email").await.remove(1);
        let mut victim = portal.stranger();
        let page = victim.get(&not_mine).await;
        assert_eq!((page.path.as_str(), page.h1().as_str()), ("/parent/not-mine", "Ce compte n'est pas le vôtre?"));
        let page = victim.submit(&page, "Ce n'est pas le mien", &[]).await;
        assert!(page.has("Merci. Cette adresse n'est plus liée à ce compte."), "{}", page.text());
        assert_eq!(portal.count("outbox WHERE kind = 'confirm-email' AND state = 'cancelled'").await, 1);
        assert_eq!(portal.count("outbox WHERE kind = 'invitation' AND state = 'waiting'").await, 1);
        assert_eq!(portal.count("audit_events WHERE event = 'email-refused'").await, 1);
        // The account goes on and asks for its holder's own address; nothing of it names the victim's.
        let home = attacker.get("/parent").await;
        assert!(home.has("L'adresse de ce compte était celle de quelqu'un d'autre") && !home.html.contains(MARIE));
        assert_eq!(portal.stranger().sign_in("/parent", MARIE, PASSWORD).await.status, 422);
        // The victim opens their own.
        let code = portal.code_for("zoe").await;
        let question = victim.sign_up("Marie Roy", MARIE, "un tout autre pont", &code).await;
        assert!(victim.yes(&question).await.has("Zoé"));
        let page = ask_for(&portal, &mut attacker, "autre@ex.org", PASSWORD).await;
        assert!(page.has(SENT) && page.has("autre@ex.org"));
        assert_eq!(portal.mails_to("autre@ex.org").await.len(), 1);
        assert_eq!(portal.count("guardians WHERE email_refused_at IS NOT NULL").await, 0);
    }
}

portal_test! {
    async fn an_unconfirmed_address_is_corrected_at_once(portal) {
        let (mut marie, _) = sign_up(&portal, "mrie@ex.org").await;
        let old = links_of(&portal, "mrie@ex.org", "confirm-email").await;
        let wrong = ask_for(&portal, &mut marie, MARIE, "faux mot de passe").await;
        wrong.assert_refused(422, "Ce n'est pas votre mot de passe actuel.");
        assert_eq!((wrong.value("Nouveau courriel").as_str(), wrong.value("Mot de passe actuel").as_str()), (MARIE, ""));
        assert!(portal.mails_to(MARIE).await.is_empty());
        let page = ask_for(&portal, &mut marie, MARIE, PASSWORD).await;
        assert!(page.has(SENT) && page.has(MARIE) && page.has("Non confirmé"), "{}", page.text());
        for link in &old {
            assert_eq!(portal.stranger().get(link).await.status, 410);
        }
        assert_eq!(portal.count("outbox WHERE recipient = 'mrie@ex.org' AND state = 'waiting'").await, 0, "the stranger gets nothing more");
        assert_eq!(portal.stranger().sign_in("/parent", MARIE, PASSWORD).await.status, 200);
        assert_eq!(portal.stranger().sign_in("/parent", "mrie@ex.org", PASSWORD).await.status, 422);
        let link = links_of(&portal, MARIE, "confirm-email").await.remove(0);
        let page = marie.get(&link).await;
        assert!(marie.submit(&page, CONFIRM, &[]).await.has("Votre courriel est confirmé."));
    }
}

portal_test! {
    /// DAT-07, D4
    async fn an_address_that_has_an_account_looks_like_any_other(portal) {
        let mut pages = Vec::new();
        for (from, to) in [("a1@ex.org", "libre@ex.org"), ("b1@ex.org", "p2@familles.example")] {
            let (mut person, _) = sign_up(&portal, from).await;
            let page = ask_for(&portal, &mut person, to, PASSWORD).await;
            assert!(page.has(SENT));
            let shown = [page.html, person.get("/parent").await.html, person.get("/parent/account").await.html, person.post("/parent/account/email/resend", &[]).await.html];
            let plain = |html: String| html.replace(to, "").split("<li class=\"row\"><div><b>Appareil").next().unwrap_or_default().to_owned();
            pages.push(shown.map(plain));
        }
        assert_eq!(pages[0], pages[1]);
        assert_eq!(portal.count("guardians WHERE email = 'p2@familles.example'").await, 1);
        let told = portal.mails_to("p2@familles.example").await;
        assert!(told.iter().all(|mail| mail.kind == "address-in-use" && mail.links() == ["/parent", "/parent/forgot"]), "{told:?}");
        assert_eq!(told.len(), 2);
        // The stand-in opens nothing: nobody was mailed a link.
        assert!(is_confirmed(&portal, "p2@familles.example").await);
    }
}

portal_test! {
    /// DAT-07, EML-07
    async fn a_confirmed_address_keeps_working_until_the_new_one_is_proved(portal) {
        let mut p1 = portal.guardian("P1").await;
        portal.stranger().post("/parent/forgot", &[("name", "p1@familles.example")]).await;
        ask_for(&portal, &mut p1, "P1@Familles.example", "pont rouge 47").await.assert_refused(422, "C'est déjà le courriel de votre compte.");
        let account = ask_for(&portal, &mut p1, MARIE, "pont rouge 47").await;
        assert!(account.has(SENT) && account.has("En attente de confirmation : marie@ex.org"), "{}", account.text());
        assert_eq!(portal.stranger().sign_in("/parent", "p1@familles.example", "pont rouge 47").await.status, 200);
        assert_eq!(portal.stranger().sign_in("/parent", MARIE, "pont rouge 47").await.status, 422);
        let link = links_of(&portal, MARIE, "change-email").await.remove(0);
        let mut desk = portal.stranger();
        let page = desk.get(&link).await;
        let door = desk.submit(&page, CONFIRM, &[]).await;
        assert!(door.has("Votre nouveau courriel est confirmé."), "{}", door.text());
        assert_eq!(portal.stranger().sign_in("/parent", MARIE, "pont rouge 47").await.status, 200);
        assert_eq!(portal.stranger().sign_in("/parent", "p1@familles.example", "pont rouge 47").await.status, 422);
        // The old address is told, without the new one; what was written to it before still goes there.
        let mails = portal.mails_to("p1@familles.example").await;
        let kinds: Vec<&str> = mails.iter().map(|mail| mail.kind.as_str()).collect();
        assert_eq!(kinds, ["reset-password", "email-changed"]);
        assert!(mails[1].content.text.contains("m•••••@ex.org") && !mails[1].content.text.contains(MARIE));
        assert!(mails.iter().all(|mail| mail.state == "waiting"));
        // And its reset link is void.
        assert_eq!(portal.stranger().get(&mails[0].links()[0]).await.status, 410);
        assert_eq!(portal.count("guardians WHERE email = 'marie@ex.org' AND email_confirmed_at IS NOT NULL").await, 1);
    }
}

portal_test! {
    async fn a_change_ends_after_a_day_and_can_be_refused(portal) {
        let mut p1 = portal.guardian("P1").await;
        ask_for(&portal, &mut p1, MARIE, "pont rouge 47").await;
        let links = links_of(&portal, MARIE, "change-email").await;
        let mut marie = portal.stranger();
        let page = marie.get(&links[1]).await;
        assert!(page.has("La demande sera annulée et le compte gardera l'adresse qu'il a."));
        marie.submit(&page, "Ce n'est pas le mien", &[]).await;
        assert_eq!(portal.stranger().get(&links[0]).await.status, 410);
        assert!(is_confirmed(&portal, "p1@familles.example").await);
        ask_for(&portal, &mut p1, MARIE, "pont rouge 47").await;
        let link = links_of(&portal, MARIE, "change-email").await.remove(0);
        portal.later(Duration::from_secs(24 * 3600));
        assert_eq!(portal.stranger().get(&link).await.status, 410);
    }
}

portal_test! {
    /// Two accounts prove one address: the unique key decides.
    async fn of_two_who_prove_one_address_one_gets_it(portal) {
        let (mut p1, mut p2) = (portal.guardian("P1").await, portal.guardian("P2").await);
        let mut tries = Vec::new();
        for (person, number) in [(&mut p1, 0), (&mut p2, 1)] {
            ask_for(&portal, person, MARIE, "pont rouge 47").await;
            let link = portal.mails_to(MARIE).await[number].links().remove(0);
            let mut desk = portal.stranger();
            let page = desk.get(&link).await;
            tries.push((desk, page));
        }
        let tries: Vec<_> = tries.into_iter().map(|(mut desk, page)| tokio::spawn(async move { desk.submit(&page, CONFIRM, &[]).await.status })).collect();
        let mut statuses = Vec::new();
        for attempt in tries {
            statuses.push(attempt.await.unwrap());
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 410]);
        assert!(is_confirmed(&portal, MARIE).await);
    }
}
