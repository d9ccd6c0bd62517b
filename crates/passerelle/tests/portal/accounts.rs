//! The pages of one's own account.

use std::{io::Read as _, time::Duration};

use axum::http::{Request, header};

use crate::support::{Page, Person, TestPortal};

const OLD: &str = "pont rouge 47";
const NEW: &str = "trois petits ponts";
const P1: &str = "p1@familles.example";

async fn change_password(person: &mut Person, face: &str, current: &str, password: &str) -> Page {
    let form = person.get(&format!("{face}/account/password")).await;
    let fields = [("Mot de passe actuel", current), ("Nouveau mot de passe", password)];
    person.submit(&form, "Changer le mot de passe", &fields).await
}

/// Signs in with a browser that says what it is.
async fn sign_in_on(portal: &TestPortal, user_agent: &'static str) -> Person {
    let mut person = portal.stranger();
    let body = format!("name={P1}&password={}", OLD.replace(' ', "+"));
    let mut request: Request<axum::body::Body> = Person::form_request("/parent", body);
    request.headers_mut().insert(header::USER_AGENT, user_agent.parse().unwrap());
    assert_eq!(person.send(request).await.status, 303);
    person
}

const PHONE: &str = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
const LAPTOP: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";

portal_test! {
    async fn a_guardian_changes_name_and_language(portal) {
        let mut p1 = portal.guardian("P1").await;
        let account = p1.get("/parent/account").await;
        let form = p1.click(&account, "Changer le nom").await;
        assert_eq!(form.value("Votre nom"), "Parent P1");
        let page = p1.submit(&form, "Sauvegarder", &[("Votre nom", "  ")]).await;
        page.assert_refused(422, "Entrez votre nom.");
        let page = p1.submit(&form, "Sauvegarder", &[("Votre nom", "Renée  Roy")]).await;
        assert!(page.has("Votre nom est changé.") && page.has("Renée Roy"), "{}", page.text());
        let page = p1.post("/parent/account/language", &[("language", "en")]).await;
        assert!(page.has("Les prochains courriels vous arriveront dans cette langue."), "the page stays as the browser wants it");
        assert_eq!(portal.count("guardians WHERE name = 'Renée Roy' AND language = 'en'").await, 1);
        portal.stranger().post("/parent/forgot", &[("name", P1)]).await;
        assert_eq!(portal.mails_to(P1).await[0].content.subject, "Choose a new password");
    }
}

portal_test! {
    async fn everybody_changes_their_password_with_the_current_one(portal) {
        portal.sql("UPDATE students SET email = 'emile@eleves.example' WHERE username = 'emile'").await;
        for (face, name, address) in [("/parent", P1, P1), ("/student", "emile", "emile@eleves.example"), ("/staff", "ac1@ecole.example", "ac1@ecole.example")] {
            let (mut here, mut elsewhere) = (portal.stranger(), portal.stranger());
            for person in [&mut here, &mut elsewhere] {
                person.sign_in(face, name, OLD).await;
            }
            let page = change_password(&mut here, face, "", "court").await;
            page.assert_refused(422, "Entrez votre mot de passe actuel.");
            assert_eq!(page.texts("#summary"), ["Deux réponses à corriger"]);
            change_password(&mut here, face, "faux mot de passe", NEW).await.assert_refused(422, "Ce n'est pas votre mot de passe actuel.");
            assert!(elsewhere.is_signed_in(face).await);
            let page = change_password(&mut here, face, OLD, NEW).await;
            assert!(page.path == format!("{face}/account") && page.has("Votre mot de passe est changé."), "{}", page.text());
            assert!(here.is_signed_in(face).await && !elsewhere.is_signed_in(face).await);
            assert_eq!(portal.stranger().sign_in(face, name, OLD).await.status, 422);
            assert_eq!(portal.stranger().sign_in(face, name, NEW).await.status, 200);
            let mails = portal.mails_to(address).await;
            assert_eq!((mails.len(), mails[0].links()), (1, vec![format!("{face}/forgot")]));
        }
        assert_eq!(portal.count("audit_events WHERE event = 'password-changed'").await, 3);
    }
}

portal_test! {
    async fn guessing_the_current_password_is_slowed(portal) {
        let mut p1 = portal.guardian("P1").await;
        for _ in 0..10 {
            assert_eq!(change_password(&mut p1, "/parent", "faux mot de passe", NEW).await.status, 422);
        }
        let page = change_password(&mut p1, "/parent", OLD, NEW).await;
        page.assert_refused(429, "Trop d'essais.");
        assert_eq!(page.headers["retry-after"], "30");
        portal.later(Duration::from_secs(30));
        assert_eq!(change_password(&mut p1, "/parent", OLD, NEW).await.status, 200);
    }
}

portal_test! {
    async fn an_unconfirmed_address_isnt_told_of_a_new_password(portal) {
        portal.sql("UPDATE guardians SET email_confirmed_at = NULL WHERE email_key = 'p1@familles.example'").await;
        change_password(&mut portal.guardian("P1").await, "/parent", OLD, NEW).await;
        assert!(portal.mails().await.is_empty());
    }
}

portal_test! {
    async fn sessions_are_listed_by_device_and_ended(portal) {
        let mut phone = sign_in_on(&portal, PHONE).await;
        portal.later(Duration::from_secs(60));
        let mut laptop = sign_in_on(&portal, LAPTOP).await;
        let (mut tablet, mut p2) = (portal.guardian("P1").await, portal.guardian("P2").await);
        let page = laptop.get("/parent/account").await;
        for device in ["Chrome sur Android", "Firefox sur Linux Cet appareil", "Appareil"] {
            assert!(page.has(device), "{device}: {}", page.text());
        }
        let ids = page.attributes("button[name=session]", "value");
        assert_eq!(ids.len(), 3, "the other two, and all others");
        // Nobody ends somebody else's.
        p2.post("/parent/account/devices", &[("session", &ids[0])]).await;
        p2.post("/parent/account/devices", &[("session", "others")]).await;
        assert!(phone.is_signed_in("/parent").await && tablet.is_signed_in("/parent").await);
        let named = page.attributes("button[aria-label='Fermer la session, Chrome sur Android']", "value");
        let page = laptop.post("/parent/account/devices", &[("session", &named[0])]).await;
        assert!(page.has("La session est fermée sur cet appareil."));
        assert!(!phone.is_signed_in("/parent").await && tablet.is_signed_in("/parent").await);
        // One from before ids is ended with all others.
        portal.sql("UPDATE sessions SET id = NULL").await;
        let page = laptop.post("/parent/account/devices", &[("session", "others")]).await;
        assert!(page.has("Toutes les autres sessions sont fermées."));
        assert!(!tablet.is_signed_in("/parent").await && laptop.is_signed_in("/parent").await && p2.is_signed_in("/parent").await);
        let mut emile = portal.student("emile").await;
        assert_eq!(emile.post("/student/account/devices", &[("session", "others")]).await.path, "/student/account");
        assert_eq!(portal.staff("ac1").await.post("/staff/account/devices", &[("session", "rien")]).await.path, "/staff/account");
    }
}

portal_test! {
    async fn students_and_staff_see_their_own_account(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let home = ac1.get("/staff/a").await;
        assert!(home.html.contains("href=\"/staff/account\""));
        let page = ac1.get("/staff/account").await;
        assert!(page.status == 200 && page.has("Carole Un") && page.has("ac1@ecole.example") && page.has("Cet appareil"), "{}", page.text());
        assert!(page.texts("h1") == ["Votre compte"]);
        let page = portal.student("emile").await.get("/student/account").await;
        assert!(page.has("Émile Côté") && page.has("Cet appareil"));
    }
}

/// A file of the archive that a page is.
fn file_in(archive: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

portal_test! {
    async fn a_guardian_takes_their_data_away(portal) {
        portal.guardian("P2").await;
        let code = portal.code_for("noor").await;
        let mut p1 = portal.guardian("P1").await;
        let question = p1.add_child(&code).await;
        p1.yes(&question).await;
        let archive = p1.download("/parent/account/export").await;
        let json: serde_json::Value = serde_json::from_str(&file_in(&archive, "donnees.json")).unwrap();
        assert_eq!(json["account"]["email"], P1);
        let children: Vec<&str> = json["children"].as_array().unwrap().iter().map(|child| child["name"].as_str().unwrap()).collect();
        assert_eq!(children.len(), 3);
        assert!(children.contains(&"Noor N’Guessan") || children.iter().any(|name| name.starts_with("Noor")), "{children:?}");
        assert_eq!(json["sessions"].as_array().unwrap().len(), 1);
        let events: Vec<&str> = json["events"].as_array().unwrap().iter().map(|event| event["what"].as_str().unwrap()).collect();
        assert!(events.contains(&"code-used") && events.contains(&"data-exported"), "{events:?}");
        let page = file_in(&archive, "index.html");
        assert!(page.contains("lang=\"fr\"") && page.contains("École A") && page.contains("Enfant ajouté avec un code d’activation"), "{page}");
        for others in ["Parent P2", "p2@familles.example", "Carole", "argon2"] {
            assert!(!page.contains(others) && !json.to_string().contains(others), "{others}");
        }
        for _ in 0..4 {
            p1.download("/parent/account/export").await;
        }
        assert_eq!(p1.post("/parent/account/export", &[]).await.status, 429);
    }
}

async fn close(person: &mut Person, password: &str) -> Page {
    let account = person.get("/parent/account").await;
    let first = person.click(&account, "Fermer mon compte").await;
    assert!(first.has("Votre nom, votre courriel et votre mot de passe sont effacés."));
    let second = person.click(&first, "Continuer").await;
    person.submit(&second, "Fermer mon compte", &[("Mot de passe actuel", password)]).await
}

portal_test! {
    async fn a_closed_account_leaves_nothing_behind(portal) {
        let (mut p1, mut phone) = (portal.guardian("P1").await, portal.guardian("P1").await);
        portal.stranger().post("/parent/forgot", &[("name", P1)]).await;
        let reset = portal.mails_to(P1).await[0].links().remove(0);
        close(&mut p1, "faux mot de passe").await.assert_refused(422, "Ce n'est pas votre mot de passe actuel.");
        assert_eq!(p1.children().await, ["Zoé", "Émile"]);
        let door = close(&mut p1, OLD).await;
        assert!(door.path == "/parent" && door.has("Votre compte est fermé et vos renseignements sont effacés."), "{}", door.text());
        assert!(!p1.is_signed_in("/parent").await && !phone.is_signed_in("/parent").await);
        assert_eq!(portal.stranger().sign_in("/parent", P1, OLD).await.status, 422);
        assert_eq!(portal.stranger().get(&reset).await.status, 410);
        let of = "FROM guardians WHERE closed_at IS NOT NULL";
        assert_eq!(portal.count("guardians WHERE closed_at IS NOT NULL AND name = '' AND email = '' AND email_key LIKE 'closed:%' AND password_hash = ''").await, 1);
        assert_eq!(portal.count(&format!("guardianships WHERE guardian_id IN (SELECT id {of}) AND removed_at IS NULL")).await, 0);
        assert_eq!(portal.count("guardianships WHERE removed_by_kind = 'guardian' AND removed_reason = 'account-closed'").await, 2);
        assert_eq!(portal.count(&format!("sessions WHERE person_id IN (SELECT id {of})")).await, 0);
        assert_eq!(portal.count("outbox WHERE state = 'waiting'").await, 0);
        assert_eq!((portal.count("audit_events WHERE event = 'account-closed'").await, portal.count("audit_events WHERE event = 'guardian-left' AND student_id IS NOT NULL AND school_id IS NOT NULL").await), (1, 2));
        // Staff and student don't see them any more; the other parents stay.
        let page = portal.staff("ac1").await.get(&portal.access_path("emile").await).await;
        assert!(!page.has("Parent P1") && page.has("Parent P2"));
        assert_eq!(portal.children_of("P2").await, ["Émile"]);
        // The name of the row signs nobody in, and the address is free for a new account.
        assert_eq!(portal.stranger().post("/parent", &[("name", "closed:"), ("password", "x")]).await.status, 422);
        let code = portal.code_for("emile").await;
        let mut anew = portal.stranger();
        let question = anew.sign_up("Marie Roy", P1, NEW, &code).await;
        anew.yes(&question).await;
        assert_eq!(anew.children().await, ["Émile"]);
    }
}

portal_test! {
    /// CON-16
    async fn closing_while_signing_in_and_redeeming_leaves_no_orphan(portal) {
        for parent in ["P0", "P1", "P2", "P3"] {
            let email = format!("{}@familles.example", parent.to_lowercase());
            let code = portal.code_for("noor").await;
            let (mut closing, mut redeeming) = (portal.guardian(parent).await, portal.guardian(parent).await);
            let question = redeeming.add_child(&code).await;
            let mut entering = portal.stranger();
            let fields = [("name", email.as_str()), ("password", OLD)];
            let last = [("current", OLD)];
            tokio::join!(closing.post_only("/parent/account/close", &last), entering.post_only("/parent", &fields), redeeming.yes(&question));
            let closed = "IN (SELECT id FROM guardians WHERE closed_at IS NOT NULL)";
            assert_eq!(portal.count(&format!("sessions WHERE kind = 'guardian' AND person_id {closed}")).await, 0, "{parent}");
            assert_eq!(portal.count(&format!("guardianships WHERE removed_at IS NULL AND guardian_id {closed}")).await, 0, "{parent}");
        }
        assert_eq!(portal.count("guardians WHERE closed_at IS NOT NULL").await, 4);
    }
}

/// Makes a temporary password and reads it off the page.
async fn temporary(portal: &TestPortal, staff: &mut Person) -> (String, Page) {
    let page = staff.get(&portal.access_path("emile").await).await;
    let ask = staff.click(&page, "Mot de passe").await;
    let made = staff.submit(&ask, "Créer un mot de passe temporaire", &[]).await;
    (made.texts("bdi.code").remove(0), made)
}

portal_test! {
    async fn a_temporary_password_opens_one_page(portal) {
        let (mut emile, mut ac1) = (portal.student("emile").await, portal.staff("ac1").await);
        let (password, made) = temporary(&portal, &mut ac1).await;
        assert_eq!((made.status, made.headers["cache-control"].to_str().unwrap()), (200, "no-store"));
        assert!(made.has("Mot de passe temporaire pour Émile") && made.has("emile"));
        assert!(!ac1.get(&made.path).await.html.contains(&password), "shown once");
        assert!(!emile.is_signed_in("/student").await);
        assert_eq!(portal.stranger().sign_in("/student", "emile", OLD).await.status, 422);
        assert_eq!(portal.count("audit_events WHERE event = 'temporary-password-set' AND student_id IS NOT NULL AND school_id IS NOT NULL").await, 1);
        let mut elsewhere = portal.stranger();
        elsewhere.sign_in("/student", "emile", &password).await;
        let page = emile.sign_in("/student", "emile", &password).await;
        assert_eq!((page.path.as_str(), page.h1().as_str()), ("/student/password", "Choisissez votre mot de passe"));
        for path in ["/student", "/student/account", "/student/account/password"] {
            assert_eq!(emile.get(path).await.path, "/student/password", "{path}");
        }
        assert_eq!(emile.post("/student/account/password", &[("current", &password), ("password", NEW)]).await.path, "/student/password");
        let page = emile.submit(&page, "Enregistrer ce mot de passe", &[("Nouveau mot de passe", &password)]).await;
        page.assert_refused(422, "Choisissez un autre mot de passe que celui que vous avez reçu.");
        let page = emile.submit(&page, "Enregistrer ce mot de passe", &[("Nouveau mot de passe", "12345678")]).await;
        page.assert_refused(422, "Ce mot de passe se devine facilement.");
        let home = emile.submit(&page, "Enregistrer ce mot de passe", &[("Nouveau mot de passe", NEW)]).await;
        assert!(home.path == "/student" && home.has("Votre mot de passe est enregistré."), "{}", home.text());
        assert!(!elsewhere.is_signed_in("/student").await);
        assert_eq!(portal.stranger().sign_in("/student", "emile", &password).await.status, 422);
        assert_eq!(portal.stranger().sign_in("/student", "emile", NEW).await.status, 200);
        assert_eq!(emile.get("/student/password").await.path, "/student/account");
    }
}

portal_test! {
    async fn of_two_temporary_passwords_at_once_the_one_shown_works(portal) {
        let path = portal.access_path("emile").await.replace("/access", "/password");
        let (mut ac1, mut aa) = (portal.staff("ac1").await, portal.staff("aa").await);
        let (one, other) = tokio::join!(ac1.post(&path, &[]), aa.post(&path, &[]));
        let mut working = 0;
        for page in [one, other] {
            match page.texts("bdi.code").as_slice() {
                [password] => working += i32::from(portal.stranger().sign_in("/student", "emile", password).await.status == 200),
                _ => assert!(page.has("Le mot de passe vient d'être changé dans un autre onglet"), "{}", page.text()),
            }
        }
        assert_eq!(working, 1);
    }
}

portal_test! {
    async fn a_student_without_a_username_gets_no_password(portal) {
        let path = portal.access_path("emile").await.replace("/access", "/password");
        portal.sql("UPDATE students SET username = NULL WHERE username = 'emile'").await;
        let mut ac1 = portal.staff("ac1").await;
        for page in [ac1.get(&path).await, ac1.post(&path, &[]).await] {
            assert!(page.has("ne donne pas de nom d'utilisateur à Émile"), "{}", page.text());
        }
        assert_eq!(portal.count("students WHERE password_temporary").await, 0);
    }
}

portal_test! {
    async fn children_stand_on_the_account_with_the_way_to_remove_them(portal) {
        let page = portal.guardian("P1").await.get("/parent/account").await;
        let id = portal.student_id("emile").await;
        assert_eq!(page.link("Retirer Émile Côté"), Some(format!("/parent/children/{id}/unlink")));
        assert!(portal.guardian("P0").await.get("/parent/account").await.has("Aucun enfant n'est lié à votre compte."));
    }
}
