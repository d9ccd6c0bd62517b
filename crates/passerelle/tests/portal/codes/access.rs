//! A student's codes: made, seen, copied, deleted (COD rows of CASES.md).

use std::time::Duration;

use crate::support::Person;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

async fn make(counsellor: &mut Person, path: &str, count: &str) -> crate::support::Page {
    let page = counsellor.get(path).await;
    counsellor.submit(&page, "Allez", &[("Nombre de codes", count)]).await
}

portal_test! {
    /// COD-01
    async fn three_codes_stand_with_their_maker_and_their_end(portal) {
        let (mut ac1, path) = (portal.staff("ac1").await, portal.access_path("emile").await);
        let page = make(&mut ac1, &path, "3").await;
        assert_eq!(page.status, 200);
        let codes = page.codes();
        assert_eq!(codes.len(), 3);
        assert!(codes.iter().all(|code| activation_code::ActivationCode::parse(code).is_ok()));
        assert!(codes[0] != codes[1] && codes[1] != codes[2] && codes[0] != codes[2]);
        assert!(page.has("3 codes créés pour Émile") && page.has("Carole Un") && page.has("24 nov. 2026") && page.has("23 mai 2027"), "{}", page.text());
        assert_eq!(portal.count("activation_codes").await, 3);
        assert_eq!(portal.count("audit_events WHERE event = 'codes-created'").await, 1);
    }
}

portal_test! {
    /// COD-02
    async fn what_is_no_number_from_1_to_10_is_refused(portal) {
        let (mut ac1, path) = (portal.staff("ac1").await, portal.access_path("emile").await);
        for count in ["0", "-1", "1.5", "", "abc", "1000000000", "３", "11"] {
            ac1.post(&path, &[("count", count)]).await.assert_refused(422, "Choisissez un nombre de 1 à 10.");
        }
        assert_eq!(portal.count("activation_codes").await, 0);
    }
}

portal_test! {
    /// COD-04
    async fn more_than_ten_unused_codes_are_refused_and_none_is_retired(portal) {
        let (mut ac1, path) = (portal.staff("ac1").await, portal.access_path("emile").await);
        let ten = make(&mut ac1, &path, "10").await.codes();
        let page = make(&mut ac1, &path, "1").await;
        page.assert_refused(422, "Un élève peut avoir 10 codes inutilisés au plus, et en a déjà 10.");
        assert_eq!(page.codes(), ten);
        assert_eq!(portal.count("activation_codes WHERE deleted_at IS NULL").await, 10);
    }
}

portal_test! {
    async fn a_post_repeated_by_reload_makes_no_second_batch(portal) {
        let (mut ac1, path) = (portal.staff("ac1").await, portal.access_path("emile").await);
        let form = ac1.get(&path).await.form("Allez", &[("Nombre de codes", "2")]);
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let first = ac1.post(&path, &fields).await;
        let again = ac1.post(&path, &fields).await;
        assert_eq!(first.codes(), again.codes());
        assert_eq!(first.path, again.path);
        assert_eq!(portal.count("activation_codes").await, 2);
    }
}

portal_test! {
    /// COD-14, COD-16
    async fn a_deleted_code_is_gone_and_the_other_still_works(portal) {
        let codes = portal.codes_for("noor", 2).await;
        let (mut ac1, path) = (portal.staff("ac1").await, portal.access_path("noor").await);
        let page = ac1.get(&path).await;
        let ask = ac1.click(&page, &format!("Supprimer le code {}", codes[0])).await;
        assert!(ask.has(&codes[0]) && ask.has("Noor"), "{}", ask.text());
        let done = ac1.submit(&ask, "Supprimer le code", &[]).await;
        assert!(done.has("Le code est supprimé."));
        assert_eq!(done.codes(), [codes[1].clone()]);
        // Once more, from a page left open: a true answer.
        let again = ac1.submit(&ask, "Supprimer le code", &[]).await;
        assert!(again.has("Ce code était déjà supprimé."), "{}", again.text());
        let again = ac1.get(&ask.path).await;
        assert!(again.has("Ce code était déjà supprimé."), "{}", again.text());
        let mut p2 = portal.guardian("P2").await;
        p2.add_child(&codes[0]).await.assert_refused(422, "Ce code ne peut pas servir.");
        let question = p2.add_child(&codes[1]).await;
        p2.yes(&question).await;
        assert_eq!(portal.children_of("P2").await, ["Noor", "Émile"]);
    }
}

portal_test! {
    /// COD-17
    async fn a_used_code_cannot_be_deleted(portal) {
        let code = portal.code_for("noor").await;
        let (mut ac1, path) = (portal.staff("ac1").await, portal.access_path("noor").await);
        let page = ac1.get(&path).await;
        let ask = ac1.click(&page, &format!("Supprimer le code {code}")).await;
        let mut p2 = portal.guardian("P2").await;
        let question = p2.add_child(&code).await;
        p2.yes(&question).await;
        let done = ac1.submit(&ask, "Supprimer le code", &[]).await;
        assert!(done.has("Ce code vient d'être utilisé"), "{}", done.text());
        assert!(done.has("Parent P2"));
        assert_eq!(portal.count("activation_codes WHERE used_at IS NOT NULL AND deleted_at IS NULL AND sealed IS NULL").await, 1);
    }
}

portal_test! {
    /// COD-16
    async fn an_absent_code_is_a_page_that_does_not_exist(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let base = portal.access_path("noor").await.replace("/access", "/codes");
        for id in ["0", "x", "01890000-0000-7000-8000-000000000000"] {
            assert_eq!(ac1.get(&format!("{base}/{id}/delete")).await.status, 404);
            assert_eq!(ac1.post(&format!("{base}/{id}/delete"), &[]).await.status, 404);
        }
        // Nor can it be reached through another student's address.
        let code = portal.code_for("emile").await;
        let page = ac1.get(&portal.access_path("emile").await).await;
        let own = page.link(&format!("Supprimer le code {code}")).unwrap();
        let id = own.split('/').rev().nth(1).unwrap();
        assert_eq!(ac1.post(&format!("{base}/{id}/delete"), &[]).await.status, 404);
        assert_eq!(portal.count("activation_codes WHERE deleted_at IS NOT NULL").await, 0);
    }
}

portal_test! {
    /// COD-19, COD-20
    async fn a_code_serves_until_its_last_millisecond_and_then_never(portal) {
        portal.sql("UPDATE districts SET code_life_days = 7").await;
        let codes = portal.codes_for("noor", 2).await;
        let mut p2 = portal.guardian("P2").await;
        portal.later(DAY * 7 - Duration::from_millis(1));
        let mut fresh = portal.guardian("P2").await;
        let question = fresh.add_child(&codes[0]).await;
        assert_eq!(question.status, 200);
        fresh.yes(&question).await;
        portal.later(Duration::from_millis(1));
        p2.add_child(&codes[1]).await.assert_refused(422, "Ce code ne peut pas servir. Demandez-en un nouveau à l'école.");
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get(&portal.access_path("noor").await).await;
        assert!(page.has("Expiré"));
        assert_eq!(page.attributes("[data-copy]", "data-copy").len(), 0, "an expired code isn't offered for copying");
        // Expired ones don't count against the ten, and can be removed.
        let ask = ac1.click(&page, &format!("Supprimer le code {}", codes[1])).await;
        assert!(ac1.submit(&ask, "Supprimer le code", &[]).await.codes().is_empty());
    }
}

portal_test! {
    /// COD-22
    async fn colleagues_of_the_school_see_the_same_codes(portal) {
        let codes = portal.codes_for("emile", 2).await;
        let path = portal.access_path("emile").await;
        for who in ["ac1", "ac2", "aa", "da"] {
            assert_eq!(portal.staff(who).await.get(&path).await.codes(), codes, "{who}");
        }
    }
}

portal_test! {
    /// AUT-02
    async fn another_schools_student_does_not_exist(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let liam = portal.student_id("liam").await;
        let absent = ac1.get("/staff/a/students/01890000-0000-7000-8000-000000000000/access").await;
        assert_eq!(absent.status, 404);
        for path in [format!("/staff/a/students/{liam}/access"), format!("/staff/b/students/{liam}/access"), "/staff/b/students".to_owned()] {
            let page = ac1.get(&path).await;
            assert_eq!((page.status, page.text()), (404, absent.text()), "{path}");
            assert_eq!(ac1.post(&path, &[("count", "1")]).await.status, 404);
        }
        assert_eq!(portal.count("activation_codes").await, 0);
    }
}

portal_test! {
    /// AUT-05
    async fn a_counsellor_removed_from_the_school_is_out_at_once(portal) {
        let (mut ac1, path) = (portal.staff("ac1").await, portal.access_path("emile").await);
        assert_eq!(ac1.get(&path).await.status, 200);
        portal.sql("DELETE FROM staff_roles WHERE staff_id = (SELECT id FROM staff WHERE email = 'ac1@ecole.example')").await;
        assert_eq!(ac1.get(&path).await.status, 404);
        assert_eq!(ac1.post(&path, &[("count", "1")]).await.status, 404);
        assert_eq!(portal.count("activation_codes").await, 0);
    }
}

portal_test! {
    async fn every_look_at_a_student_is_written_down(portal) {
        let mut ac1 = portal.staff("ac1").await;
        ac1.get(&portal.access_path("emile").await).await;
        assert_eq!(portal.count("audit_events WHERE event = 'student-looked' AND actor_kind = 'staff' AND address = '203.0.113.7'").await, 1);
        ac1.get("/staff/a/students/01890000-0000-7000-8000-000000000000/access").await;
        assert_eq!(portal.count("audit_events WHERE event = 'student-looked'").await, 1);
    }
}

portal_test! {
    async fn linked_parents_stand_with_a_masked_address(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get(&portal.access_path("zoe").await).await;
        assert!(page.has("Parent P1") && page.has("Parent P3") && page.has("p•••••@familles.example"), "{}", page.text());
        assert!(!page.html.contains("p1@familles.example") && !page.has("Liam"), "another school's child isn't told");
    }
}

portal_test! {
    async fn a_database_without_its_secret_reveals_no_code(portal) {
        let code = portal.code_for("emile").await.replace('-', "");
        let mut dumped = String::new();
        for column in ["sealed", "lookup"] {
            let rows = sea_orm::ConnectionTrait::query_all_raw(portal.portal.read(), sea_orm::Statement::from_string(sea_orm::ConnectionTrait::get_database_backend(portal.portal.read()), format!("SELECT {column} FROM activation_codes"))).await.unwrap();
            for row in rows {
                dumped.push_str(&String::from_utf8_lossy(&row.try_get::<Vec<u8>>("", column).unwrap()));
            }
        }
        assert!(!dumped.contains(&code));
    }
}
