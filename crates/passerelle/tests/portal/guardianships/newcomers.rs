//! Somebody new is linked: who is told, and who may object (AUT-10).

use std::time::Duration;

use crate::support::{Page, Person, TestPortal};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A parent of the cast adds a child with a fresh code.
async fn add(portal: &TestPortal, parent: &str, child: &str) -> Page {
    portal.later(Duration::from_secs(60));
    let code = portal.code_for(child).await;
    let mut person = portal.guardian(parent).await;
    let question = person.add_child(&code).await;
    person.yes(&question).await
}

async fn child_page(portal: &TestPortal, parent: &mut Person, child: &str) -> Page {
    parent.get(&format!("/parent/children/{}", portal.student_id(child).await)).await
}

async fn name_others(portal: &TestPortal) {
    portal.sql("INSERT INTO school_options (school_id, name, value, changed_at) SELECT id, 'name-other-guardians', 'on', 1 FROM schools").await;
}

portal_test! {
    async fn the_student_sees_who_is_new_and_says_that_is_fine(portal) {
        let mut emile = portal.student("emile").await;
        assert!(!emile.get("/student").await.has("Nouveau parent/gardien"), "who was there before isn't new");
        add(&portal, "P0", "emile").await;
        let home = emile.get("/student").await;
        assert!(home.has("Nouveau parent/gardien") && home.has("24 novembre 2026 · avec un code remis par l'école"), "{}", home.text());
        let seen_by = home.texts(".people b");
        assert_eq!((seen_by.len(), seen_by[2].as_str()), (3, "Parent P0"), "the newest last");
        let after = emile.submit(&home, "C'est bien", &[]).await;
        assert!(after.has("C'est noté.") && !after.has("Nouveau parent/gardien"), "{}", after.text());
        assert_eq!(after.texts(".people b").len(), 3);
        assert_eq!(portal.children_of("P0").await, ["Émile"]);
        assert_eq!(portal.count("concerns").await, 0);
    }
}

portal_test! {
    async fn the_student_objects_in_one_step_and_the_link_stays_until_the_school_decides(portal) {
        add(&portal, "P0", "emile").await;
        let mut emile = portal.student("emile").await;
        let home = emile.get("/student").await;
        let ask = emile.click(&home, "Ce n'est pas normal, Parent P0").await;
        assert!(ask.has("Vous dites à l'école que Parent P0 ne devrait pas voir votre Portfolio."), "{}", ask.text());
        assert_eq!(portal.count("concerns").await, 0, "asking does nothing");
        let after = emile.submit(&ask, "Le signaler à l'école", &[]).await;
        assert!(after.has("L'école est prévenue.") && after.has("Signalé à l'école") && !after.has("Nouveau parent/gardien"), "{}", after.text());
        emile.submit(&ask, "Le signaler à l'école", &[]).await;
        assert_eq!(portal.count("concerns WHERE kind = 'objection' AND raised_by = 'student' AND settled_at IS NULL").await, 1);
        assert_eq!(portal.children_of("P0").await, ["Émile"]);
        // The staff of the school are told, others aren't.
        let mut ac2 = portal.staff("ac2").await;
        let staff_home = ac2.get("/staff/a").await;
        let list = ac2.click(&staff_home, "À vérifier : 1").await;
        assert!(list.has("Un parent/gardien lié à l'élève est signalé") && list.has("Émile Côté · au sujet de Parent P0") && list.has("Signalé par l'élève"), "{}", list.text());
        assert!(ac2.get(&portal.access_path("emile").await).await.has("Signalé à l'école"));
        let mut bc = portal.staff("bc").await;
        assert!(!bc.get("/staff/b").await.has("À vérifier :"));
        assert!(bc.get("/staff/b/accounts/to-check").await.has("Rien à vérifier"));
        // Settled, once.
        let done = ac2.submit(&list, "C'est réglé", &[]).await;
        assert!(done.has("C'est noté comme réglé.") && done.has("Rien à vérifier"), "{}", done.text());
        assert!(ac2.submit(&list, "C'est réglé", &[]).await.has("C'était déjà réglé."));
        assert_eq!(portal.count("audit_events WHERE event = 'concern-settled'").await, 1);
        assert!(!emile.get("/student").await.has("Signalé à l'école"));
    }
}

portal_test! {
    async fn a_student_answers_for_their_own_guardians_alone(portal) {
        let mut emile = portal.student("emile").await;
        let home = emile.get("/student").await;
        let p2 = home.link("Signaler Parent P2").unwrap();
        let mut zoe = portal.student("zoe").await;
        assert_eq!(zoe.get(&p2).await.status, 404);
        assert_eq!(zoe.post(&p2, &[]).await.status, 404);
        assert_eq!(zoe.post(&p2.replace("/object", "/seen"), &[]).await.status, 404);
        assert_eq!(portal.count("concerns").await, 0);
    }
}

portal_test! {
    async fn the_student_and_confirmed_co_guardians_are_told_by_mail(portal) {
        portal.sql("UPDATE students SET email = 'emile@eleves.example' WHERE username = 'emile'").await;
        portal.sql("UPDATE guardians SET email_confirmed_at = NULL WHERE email = 'p2@familles.example'").await;
        portal.sql("UPDATE guardians SET language = 'en' WHERE email = 'p1@familles.example'").await;
        add(&portal, "P0", "emile").await;
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 2, "{mails:?}");
        let to_student = &portal.mails_to("emile@eleves.example").await[0];
        assert!(to_student.content.text.contains("Parent P0"), "{}", to_student.content.text);
        assert_eq!((to_student.links(), to_student.state.as_str()), (vec!["/student".to_owned()], "waiting"));
        let to_p1 = &portal.mails_to("p1@familles.example").await[0];
        assert_eq!(to_p1.content.subject, "Another adult was linked to your child");
        assert!(to_p1.content.text.contains("Émile") && !to_p1.content.text.contains("Parent P0"), "{}", to_p1.content.text);
        let child = format!("/parent/children/{}", portal.student_id("emile").await);
        assert_eq!(to_p1.links(), [child.clone(), format!("{child}/object")]);
        assert!(!to_p1.content.subject.contains("Émile"));
    }
}

portal_test! {
    async fn co_guardians_read_who_it_is_where_the_school_says_so(portal) {
        name_others(&portal).await;
        add(&portal, "P0", "emile").await;
        let mail = &portal.mails_to("p1@familles.example").await[0];
        assert!(mail.content.text.contains("Parent P0"), "{}", mail.content.text);
        let mut p1 = portal.guardian("P1").await;
        let page = child_page(&portal, &mut p1, "emile").await;
        assert_eq!(page.texts(".people b"), ["Vous", "Parent P2", "Parent P0"]);
        assert!(!page.has("p2@familles.example"));
    }
}

portal_test! {
    /// AUT-10: not even their number.
    async fn without_the_option_nothing_but_a_newcomer_of_a_month_is_told(portal) {
        let (mut p1, mut p2) = (portal.guardian("P1").await, portal.guardian("P2").await);
        let untold = |page: &Page| !page.has("Un autre adulte") && !page.has("Parent P") && !page.has("Le signaler à l'école");
        assert!(untold(&child_page(&portal, &mut p1, "emile").await));
        add(&portal, "P0", "emile").await;
        let page = child_page(&portal, &mut p1, "emile").await;
        assert!(page.has("Un autre adulte a été lié à Émile le 24 novembre 2026.") && !page.has("Parent P0"), "{}", page.text());
        assert!(child_page(&portal, &mut p2, "emile").await.has("Un autre adulte"));
        // The newcomer learns of nobody.
        let mut p0 = portal.guardian("P0").await;
        assert!(untold(&child_page(&portal, &mut p0, "emile").await));
        portal.later(DAY * 31);
        assert!(untold(&child_page(&portal, &mut p1, "emile").await));
    }
}

portal_test! {
    async fn a_co_guardian_objects_in_one_step(portal) {
        add(&portal, "P0", "emile").await;
        let mut p1 = portal.guardian("P1").await;
        let page = child_page(&portal, &mut p1, "emile").await;
        let ask = p1.click(&page, "Le signaler à l'école").await;
        assert!(ask.has("un autre adulte ne devrait pas être lié à Émile") && !ask.has("P0"), "{}", ask.text());
        let after = p1.submit(&ask, "Le signaler à l'école", &[]).await;
        assert!(after.has("L'école est prévenue.") && after.path.starts_with("/parent/children/"), "{}", after.text());
        let list = portal.staff("ac1").await.get("/staff/a/accounts/to-check").await;
        assert!(list.has("au sujet de Parent P0") && list.has("Signalé par un autre parent/gardien"), "{}", list.text());
        assert_eq!(portal.children_of("P0").await, ["Émile"]);
        assert_eq!(portal.count("audit_events WHERE event = 'link-objected' AND actor_kind = 'guardian'").await, 1);
        // The page is the same to one who is alone: it tells nothing. The school learns it all the same.
        let liam = format!("/parent/children/{}/object", portal.student_id("liam").await);
        let mut p3 = portal.guardian("P3").await;
        let alone = p3.get(&liam).await;
        assert_eq!(alone.text().replace("Liam", "Émile"), ask.text());
        assert!(p3.submit(&alone, "Le signaler à l'école", &[]).await.has("L'école est prévenue."));
        assert!(portal.staff("bc").await.get("/staff/b/accounts/to-check").await.has("Liam Fortin"));
    }
}

portal_test! {
    async fn many_concerns_stand_on_pages_oldest_first(portal) {
        let id = match portal.portal.database.backend() {
            database::Backend::Sqlite => "randomblob(16)",
            database::Backend::Postgres => "gen_random_uuid()",
        };
        for n in 1..=27 {
            portal.sql(&format!("INSERT INTO concerns (id, school_id, student_id, kind, raised_by, raised_at) SELECT {id}, school_id, id, 'invitation-refused', 'stranger', {n}000 FROM students WHERE username = 'emile'")).await;
        }
        let mut ac1 = portal.staff("ac1").await;
        let first = ac1.get("/staff/a/accounts/to-check").await;
        assert!(first.has("Une invitation est arrivée chez la mauvaise personne"), "{}", first.text());
        assert_eq!((first.texts("main .list > li").len(), first.texts("header .badge")), (25, vec!["27".to_owned()]));
        let second = ac1.click(&first, "Suivant").await;
        assert_eq!((second.texts("main .list > li").len(), second.link("Suivant")), (2, None));
        assert_eq!(ac1.click(&second, "Précédent").await.text(), first.text());
        // A student who has left takes theirs off the list; back, they are there again.
        portal.sql("UPDATE students SET left_at = 1 WHERE username = 'emile'").await;
        assert!(ac1.get("/staff/a/accounts/to-check").await.has("Rien à vérifier"));
    }
}
