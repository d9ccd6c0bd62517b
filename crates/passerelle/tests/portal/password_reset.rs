//! « Mot de passe oublié » on the three faces (PWD rows of CASES.md).

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request},
};
use passerelle::{app, web::cookies};

use crate::support::{Page, Person, TestPortal};

const NEW: &str = "trois grands ponts";
const P1: &str = "p1@familles.example";
const HOUR: Duration = Duration::from_secs(3600);
const SENT: &str = "Si cette adresse a un compte, un courriel y arrive dans quelques minutes.";

/// Asks for a link on this face; gives the page that follows.
async fn ask(portal: &TestPortal, face: &str, name: &str) -> Page {
    let mut stranger = portal.stranger();
    let form = stranger.get(&format!("{face}/forgot")).await;
    let label = if face == "/student" { "Nom d'utilisateur" } else { "Courriel" };
    stranger.submit(&form, "Envoyer le lien", &[(label, name)]).await
}

/// The action of the latest mail with a link to this address.
async fn link_to(portal: &TestPortal, address: &str) -> String {
    let mails = portal.mails_to(address).await;
    let mail = mails.iter().rfind(|mail| mail.kind == "reset-password").unwrap();
    mail.links().remove(0)
}

async fn reset(portal: &TestPortal, link: &str, password: &str) -> (Person, Page) {
    let mut person = portal.stranger();
    let form = person.get(link).await;
    let page = person.submit(&form, "Changer le mot de passe", &[("Nouveau mot de passe", password)]).await;
    (person, page)
}

async fn can_sign_in(portal: &TestPortal, face: &str, name: &str, password: &str) -> bool {
    portal.stranger().sign_in(face, name, password).await.status == 200
}

portal_test! {
    /// PWD-01
    async fn a_parent_chooses_a_new_password(portal) {
        let door = portal.stranger().get("/parent").await;
        assert_eq!(door.link("Mot de passe oublié").as_deref(), Some("/parent/forgot"));
        let page = ask(&portal, "/parent", P1).await;
        assert!(page.status == 200 && page.has(SENT), "{}", page.text());
        let mails = portal.mails().await;
        assert_eq!((mails.len(), mails[0].to.as_str()), (1, P1));
        let link = mails[0].links().remove(0);
        assert!(link.starts_with("/parent/reset/"), "{link}");
        for child in ["Émile", "Zoé", "École"] {
            assert!(!mails[0].content.text.contains(child), "the mail names a child");
        }
        let (_, page) = reset(&portal, &link, NEW).await;
        assert_eq!((page.status, page.path.as_str()), (200, "/parent"));
        assert!(page.has("Votre mot de passe est changé. Ouvrez une session avec le nouveau."), "{}", page.text());
        assert!(!can_sign_in(&portal, "/parent", P1, "pont rouge 47").await);
        assert!(can_sign_in(&portal, "/parent", P1, NEW).await);
        assert_eq!(portal.count("audit_events WHERE event = 'password-reset'").await, 1);
    }
}

portal_test! {
    async fn no_token_stays_in_the_address(portal) {
        ask(&portal, "/parent", P1).await;
        let link = link_to(&portal, P1).await;
        let page = portal.stranger().get(&link).await;
        assert_eq!((page.path.as_str(), page.h1().as_str()), ("/parent/reset", "Nouveau mot de passe"));
        assert!(!page.html.contains(link.rsplit('/').next().unwrap()));
    }
}

portal_test! {
    /// PWD-02, D4
    async fn every_name_gets_one_answer(portal) {
        portal.sql("UPDATE students SET email = 'emile@eleves.example' WHERE username = 'emile'").await;
        portal.sql("UPDATE guardians SET closed_at = 1 WHERE email_key = 'p3@familles.example'").await;
        portal.sql("UPDATE staff SET active = (1 = 0) WHERE email_key = 'ac2@ecole.example'").await;
        for (face, names) in [
            ("/parent", ["p9@familles.example", "emile@eleves.example", "p3@familles.example", "ac1@ecole.example", P1, "P1@Familles.EXAMPLE", "  p1@familles.example\u{a0}"].as_slice()),
            ("/staff", &["ac9@ecole.example", P1, "ac2@ecole.example", "ac1@ecole.example"]),
            ("/student", &["emule", "noor", "emile@eleves.example", " EMILE "]),
        ] {
            let mut answers = Vec::new();
            for name in names {
                let page = ask(&portal, face, name).await;
                assert_eq!(page.status, 200);
                answers.push((page.trail, page.html));
            }
            assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{face}");
        }
        // Whoever isn't there leaves nothing behind.
        let to: Vec<String> = portal.mails().await.into_iter().map(|mail| mail.to).collect();
        assert_eq!(to.iter().filter(|to| *to == P1).count(), 3);
        assert_eq!(to.iter().filter(|to| *to == "ac1@ecole.example").count(), 1);
        assert_eq!(to.iter().filter(|to| *to == "emile@eleves.example").count(), 1);
        assert_eq!((to.len(), portal.count("outbox").await, portal.count("mailed_links").await), (5, 5, 5));
    }
}

portal_test! {
    async fn what_is_no_address_comes_back(portal) {
        for (face, name, sentence) in [("/parent", "", "Entrez votre courriel."), ("/staff", "a@b.org,c@d.org", "une seule, sans espace"), ("/parent", "a@b.org\r\nBcc: x@y.org", "une seule, sans espace"), ("/student", "  ", "Entrez votre nom d'utilisateur.")] {
            let page = ask(&portal, face, name).await;
            page.assert_refused(422, sentence);
        }
        let page = ask(&portal, "/parent", "fatou.diallo").await;
        assert_eq!(page.value("Courriel"), "fatou.diallo");
        assert_eq!((portal.count("outbox").await, portal.count("throttles").await), (0, 0));
    }
}

portal_test! {
    /// PWD-04
    async fn a_scanner_that_opens_the_link_spends_nothing(portal) {
        ask(&portal, "/parent", P1).await;
        let link = link_to(&portal, P1).await;
        let mut scanner = portal.stranger();
        for _ in 0..5 {
            assert_eq!(scanner.get(&link).await.status, 200);
        }
        for path in [link.as_str(), "/parent/reset"] {
            scanner.send(Request::builder().method(Method::HEAD).uri(path).body(Body::empty()).unwrap()).await;
        }
        let (_, page) = reset(&portal, &link, NEW).await;
        assert!(page.has("Votre mot de passe est changé."));
    }
}

portal_test! {
    /// PWD-05, PWD-07
    async fn a_link_is_good_once_and_for_an_hour(portal) {
        ask(&portal, "/parent", P1).await;
        let link = link_to(&portal, P1).await;
        let mut late = portal.stranger();
        let form = late.get(&link).await;
        portal.later(HOUR - Duration::from_millis(1));
        assert_eq!(portal.stranger().get(&link).await.status, 200);
        portal.later(Duration::from_millis(1));
        let page = late.submit(&form, "Changer le mot de passe", &[("Nouveau mot de passe", NEW)]).await;
        assert_eq!((page.status, page.h1().as_str()), (410, "Ce lien ne sert plus"));
        assert_eq!(page.link("Demander un nouveau lien").as_deref(), Some("/parent/forgot"));
        ask(&portal, "/parent", P1).await;
        let link = link_to(&portal, P1).await;
        let mut again = portal.stranger();
        let form = again.get(&link).await;
        reset(&portal, &link, NEW).await;
        let used = again.get(&link).await;
        assert_eq!((used.status, used.html == page.html), (410, true), "one page for all");
        let page = again.submit(&form, "Changer le mot de passe", &[("Nouveau mot de passe", "encore un autre pont")]).await;
        assert_eq!(page.status, 410);
        assert!(can_sign_in(&portal, "/parent", P1, NEW).await);
    }
}

portal_test! {
    /// PWD-08
    async fn all_sessions_end_and_other_links_are_void(portal) {
        let (mut phone, mut laptop) = (portal.guardian("P1").await, portal.guardian("P1").await);
        let mut p2 = portal.guardian("P2").await;
        ask(&portal, "/parent", P1).await;
        let older = link_to(&portal, P1).await;
        portal.later(Duration::from_secs(1));
        ask(&portal, "/parent", P1).await;
        let newer = link_to(&portal, P1).await;
        assert_ne!(older, newer);
        assert_eq!(portal.stranger().get(&older).await.status, 410, "a newer link voids the older");
        portal.later(Duration::from_secs(1));
        reset(&portal, &newer, NEW).await;
        assert!(!phone.is_signed_in("/parent").await && !laptop.is_signed_in("/parent").await);
        assert!(p2.is_signed_in("/parent").await);
        assert_eq!(portal.count("mailed_links WHERE used_at IS NULL").await, 0);
        let notice = portal.mails_to(P1).await.pop().unwrap();
        assert_eq!((notice.kind.as_str(), notice.content.subject.as_str()), ("password-changed", "Votre mot de passe a été changé"));
        assert_eq!(notice.links(), ["/parent/forgot"]);
    }
}

portal_test! {
    /// PWD-10
    async fn a_link_changes_its_own_account_alone(portal) {
        ask(&portal, "/parent", P1).await;
        let mut p1 = portal.stranger();
        p1.get(&link_to(&portal, P1).await).await;
        let fields = [("password", NEW), ("name", "p2@familles.example"), ("email", "p2@familles.example"), ("id", "2"), ("token", "00")];
        p1.post("/parent/reset?email=p2@familles.example", &fields).await;
        assert!(can_sign_in(&portal, "/parent", P1, NEW).await);
        assert!(can_sign_in(&portal, "/parent", "p2@familles.example", "pont rouge 47").await);
    }
}

portal_test! {
    /// PWD-11
    async fn a_weak_password_leaves_the_link_good(portal) {
        ask(&portal, "/parent", P1).await;
        let (mut p1, page) = reset(&portal, &link_to(&portal, P1).await, "12345678").await;
        page.assert_refused(422, "Ce mot de passe se devine facilement.");
        let page = p1.submit(&page, "Changer le mot de passe", &[("Nouveau mot de passe", P1)]).await;
        page.assert_refused(422, "Ce mot de passe se devine facilement.");
        let page = p1.submit(&page, "Changer le mot de passe", &[("Nouveau mot de passe", NEW)]).await;
        assert!(page.has("Votre mot de passe est changé."), "{}", page.text());
    }
}

portal_test! {
    /// PWD-13
    async fn the_database_holds_a_hash_of_256_bits(portal) {
        ask(&portal, "/parent", P1).await;
        let token = link_to(&portal, P1).await.rsplit('/').next().unwrap().to_owned();
        let token = cookies::decode(&token).unwrap();
        let hex = |bytes: &[u8]| cookies::encode(bytes.try_into().unwrap());
        let hash = hex(&passerelle::sessions::hash(&token));
        let literal = |hex: &str| if portal.portal.database.backend() == database::Backend::Sqlite { format!("x'{hex}'") } else { format!("'\\x{hex}'") };
        assert_eq!(portal.count(&format!("mailed_links WHERE token_hash = {}", literal(&hash))).await, 1);
        assert_eq!(portal.count(&format!("mailed_links WHERE token_hash = {}", literal(&hex(&token)))).await, 0);
    }
}

portal_test! {
    /// PWD-14
    async fn other_secrets_are_no_reset_links_and_the_reverse(portal) {
        let code = portal.code_for("noor").await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", NEW, &code).await;
        marie.yes(&question).await;
        let confirm = portal.mails_to("marie@ex.org").await[0].links().remove(0).replace("/parent/confirm/", "");
        portal.later(Duration::from_secs(1));
        ask(&portal, "/parent", P1).await;
        let reset = link_to(&portal, P1).await.replace("/parent/reset/", "");
        for (path, token) in [("/parent/reset", confirm.as_str()), ("/parent/reset", &code), ("/staff/reset", &reset), ("/student/reset", &reset), ("/parent/confirm", &reset), ("/parent/not-mine", &reset)] {
            let mut stranger = portal.stranger();
            assert_eq!(stranger.get(&format!("{path}/{token}")).await.status, 410, "{path}");
            assert_eq!(stranger.post(path, &[("password", "encore un autre pont")]).await.status, 410, "{path}");
        }
        let session = portal.guardian("P1").await.cookies["passerelle-session"].clone();
        assert_eq!(portal.stranger().get(&format!("/parent/reset/{session}")).await.status, 410);
        assert!(can_sign_in(&portal, "/parent", P1, "pont rouge 47").await);
    }
}

portal_test! {
    /// PWD-16
    async fn a_new_password_empties_what_guessers_filled(portal) {
        for number in 0..110_u8 {
            portal.stranger().at_address([198, 51, 100, number]).sign_in("/parent", P1, "faux mot de passe").await;
        }
        assert_eq!(portal.stranger().sign_in("/parent", P1, "pont rouge 47").await.status, 429);
        ask(&portal, "/parent", P1).await;
        reset(&portal, &link_to(&portal, P1).await, NEW).await;
        assert!(can_sign_in(&portal, "/parent", P1, NEW).await);
    }
}

portal_test! {
    async fn the_limits_heal_by_themselves(portal) {
        for _ in 0..7 {
            let page = ask(&portal, "/parent", P1).await;
            assert!(page.status == 200 && page.has(SENT));
        }
        assert_eq!(portal.mails_to(P1).await.len(), 5, "the same answer, and no more mail");
        portal.later(Duration::from_secs(600));
        ask(&portal, "/parent", P1).await;
        assert_eq!(portal.mails_to(P1).await.len(), 6);
        let mut crowd = portal.stranger().at_address([192, 0, 2, 9]);
        for number in 0..60 {
            assert_eq!(crowd.post("/parent/forgot", &[("name", &format!("n{number}@ex.org"))]).await.status, 200);
        }
        let page = crowd.post("/parent/forgot", &[("name", "p2@familles.example")]).await;
        assert_eq!((page.status, page.headers["retry-after"].to_str().unwrap()), (429, "30"));
        assert!(portal.mails_to("p2@familles.example").await.is_empty());
        portal.later(Duration::from_secs(30));
        assert_eq!(crowd.post("/parent/forgot", &[("name", "p2@familles.example")]).await.status, 200);
        assert_eq!(portal.mails_to("p2@familles.example").await.len(), 1);
    }
}

portal_test! {
    async fn staff_recover_by_mail_like_parents(portal) {
        let mut ac1 = portal.staff("ac1").await;
        ask(&portal, "/staff", "AC1@ecole.example").await;
        let link = link_to(&portal, "ac1@ecole.example").await;
        assert!(link.starts_with("/staff/reset/"));
        let (_, page) = reset(&portal, &link, NEW).await;
        assert_eq!(page.path, "/staff");
        assert!(!ac1.is_signed_in("/staff").await && can_sign_in(&portal, "/staff", "ac1@ecole.example", NEW).await);
        // Who is closed meanwhile gets nothing.
        ask(&portal, "/staff", "ac2@ecole.example").await;
        let link = link_to(&portal, "ac2@ecole.example").await;
        portal.sql("UPDATE staff SET active = (1 = 0) WHERE email_key = 'ac2@ecole.example'").await;
        let mut ac2 = portal.stranger();
        ac2.get(&link).await;
        assert_eq!(ac2.post("/staff/reset", &[("password", NEW)]).await.status, 410);
    }
}

portal_test! {
    /// SGN-17: kinds of account don't meet, whatever their e-mails.
    async fn a_student_recovers_by_mail_where_the_roster_has_one(portal) {
        portal.sql("UPDATE students SET email = 'p1@familles.example' WHERE username = 'emile'").await;
        let mut emile = portal.student("emile").await;
        ask(&portal, "/student", "zoe").await;
        assert!(portal.mails().await.is_empty(), "Zoé has no e-mail");
        let page = ask(&portal, "/student", "emile").await;
        assert!(page.has("Si l'école a votre courriel"));
        let link = link_to(&portal, P1).await;
        assert!(link.starts_with("/student/reset/"));
        reset(&portal, &link, NEW).await;
        assert!(!emile.is_signed_in("/student").await && can_sign_in(&portal, "/student", "emile", NEW).await);
        assert!(can_sign_in(&portal, "/parent", P1, "pont rouge 47").await, "the parent of the same e-mail is another account");
        assert_eq!(portal.count("audit_events WHERE event = 'password-reset' AND student_id IS NOT NULL").await, 1);
    }
}

portal_test! {
    /// PWD-20
    async fn a_parent_who_teaches_has_two_accounts(portal) {
        portal.sql("UPDATE staff SET email = 'p1@familles.example', email_key = 'p1@familles.example' WHERE email_key = 'ac1@ecole.example'").await;
        ask(&portal, "/parent", P1).await;
        reset(&portal, &link_to(&portal, P1).await, NEW).await;
        assert!(can_sign_in(&portal, "/parent", P1, NEW).await);
        assert!(can_sign_in(&portal, "/staff", P1, "pont rouge 47").await);
        assert!(!can_sign_in(&portal, "/staff", P1, NEW).await);
    }
}

portal_test! {
    /// PWD-19
    async fn no_page_of_the_staff_reaches_a_parents_password(portal) {
        let routes = app::routes();
        let about_passwords: Vec<&str> = routes.table().iter().filter(|(_, path)| path.starts_with("/staff")).map(|(_, path)| *path).filter(|path| ["password", "reset", "forgot"].iter().any(|word| path.contains(word))).collect();
        for path in &about_passwords {
            assert!(["/staff/forgot", "/staff/reset", "/staff/reset/{token}", "/staff/account/password", "/staff/{school}/students/{student}/password"].contains(path), "{path}");
        }
        for name in ["aa", "ac1"] {
            let mut staff = portal.staff(name).await;
            let page = staff.get(&portal.access_path("emile").await).await;
            assert!(page.has("Parent P1") && !page.html.contains("argon2"));
            // The student's password page is about the student alone.
            let page = staff.click(&page, "Mot de passe").await;
            assert!(!page.has("Parent P1") && page.has("Donner un mot de passe temporaire à Émile Côté?"), "{}", page.text());
            assert_eq!(staff.post_only("/parent/account/password", &[("password", NEW)]).await.status, 303);
        }
        assert!(portal.mails().await.is_empty());
        assert!(can_sign_in(&portal, "/parent", P1, "pont rouge 47").await);
    }
}

portal_test! {
    /// Decision 0016: the mail names nobody, and whoever follows it has read the mailbox.
    async fn an_unconfirmed_address_is_proved_by_the_link(portal) {
        portal.sql("UPDATE guardians SET email_confirmed_at = NULL WHERE email_key = 'p1@familles.example'").await;
        ask(&portal, "/parent", P1).await;
        reset(&portal, &link_to(&portal, P1).await, NEW).await;
        assert_eq!(portal.count("guardians WHERE email_key = 'p1@familles.example' AND email_confirmed_at IS NOT NULL").await, 1);
        assert_eq!(portal.mails_to(P1).await.len(), 2, "the link and the notice");
    }
}

portal_test! {
    /// CON-10
    async fn of_two_posts_at_once_one_wins(portal) {
        ask(&portal, "/parent", P1).await;
        let link = link_to(&portal, P1).await;
        let passwords = ["un premier grand pont", "un second grand pont"];
        let mut tries = Vec::new();
        for password in passwords {
            let mut tab = portal.stranger();
            let form = tab.get(&link).await;
            tries.push(tokio::spawn(async move { tab.submit(&form, "Changer le mot de passe", &[("Nouveau mot de passe", password)]).await.status }));
        }
        let mut statuses = Vec::new();
        for attempt in tries {
            statuses.push(attempt.await.unwrap());
        }
        let won = statuses.iter().position(|status| *status == 200).unwrap();
        assert_eq!(statuses[1 - won], 410);
        assert!(can_sign_in(&portal, "/parent", P1, passwords[won]).await);
        assert!(!can_sign_in(&portal, "/parent", P1, passwords[1 - won]).await);
        assert_eq!(portal.count("audit_events WHERE event = 'password-reset'").await, 1);
    }
}
