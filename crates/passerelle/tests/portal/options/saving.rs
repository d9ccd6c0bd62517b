//! « Options du Portfolio » (OPT rows of CASES.md).

use super::{chosen, save};

const SWITCH: &str = "student-invitations";

portal_test! {
    /// OPT-01, OPT-04, OPT-05, OPT-08
    async fn an_administrator_turns_invitations_off(portal) {
        let mut aa = portal.staff("aa").await;
        let home = aa.get("/staff/a").await;
        let page = aa.click(&home, "Options du Portfolio").await;
        assert_eq!((page.status, page.h1().as_str()), (200, "Options du Portfolio"));
        assert_eq!(page.texts("section.card h2")[0], "Paramètres du Portfolio");
        assert_eq!(page.texts("fieldset.setting legend")[0], "Permettre aux élèves d'inviter leurs parents/gardiens");
        assert_eq!(page.texts("fieldset.setting .pair label"), ["Actif", "Inactif", "Actif", "Inactif"]);
        // A new school's default, and the student's page agrees with it.
        assert_eq!(chosen(&page, SWITCH), ["on"]);
        let mut emile = portal.student("emile").await;
        assert!(emile.get("/student").await.has("Liens rapides"));
        // Looking saves nothing.
        assert_eq!(portal.count("school_options").await, 0);
        let done = save(&mut aa, &page, &[], &[(SWITCH, "off")]).await;
        assert_eq!((done.status, done.path.as_str()), (200, "/staff/a/options"));
        assert!(done.has("Paramètres sauvegardés. Les élèves ne peuvent plus inviter leurs parents/gardiens."), "{}", done.text());
        assert!(done.has("par Anne Admin"), "{}", done.text());
        assert_eq!(chosen(&done, SWITCH), ["off"]);
        assert!(!emile.get("/student").await.has("Liens rapides"));
        // Only what changed is kept, and its event says from what to what.
        assert_eq!(portal.count("school_options WHERE name = 'student-invitations' AND value = 'off' AND changed_by IS NOT NULL").await, 1);
        assert_eq!(portal.count("school_options").await, 1);
        assert_eq!(portal.count("audit_events WHERE event = 'option-changed' AND details = 'option=student-invitations from=on to=off'").await, 1);
        // Saved again as it stands: nothing more happens.
        save(&mut aa, &done, &[], &[]).await;
        assert_eq!(portal.count("audit_events WHERE event = 'option-changed'").await, 1);
        // After a restart it is still so; school B never was.
        let portal = portal.with_settings(&[]).await;
        let mut aa = portal.staff("aa").await;
        assert_eq!(chosen(&aa.get("/staff/a/options").await, SWITCH), ["off"]);
        let mut ba = portal.staff("ba").await;
        let page = ba.get("/staff/b/options").await;
        assert_eq!(chosen(&page, SWITCH), ["on"]);
        assert!(!page.has("Dernière modification"));
        let page = aa.get("/staff/a/options").await;
        assert!(save(&mut aa, &page, &[], &[(SWITCH, "on")]).await.has("Paramètres sauvegardés."));
        assert!(portal.student("emile").await.get("/student").await.has("Liens rapides"));
    }
}

portal_test! {
    /// OPT-02: a counsellor neither sees nor posts it.
    async fn a_counsellor_has_no_options(portal) {
        let mut ac1 = portal.staff("ac1").await;
        assert_eq!(ac1.get("/staff/a").await.link("Options du Portfolio"), None);
        for path in ["/staff/a/options", "/staff/a/options/history"] {
            assert_eq!(ac1.get(path).await.status, 403, "{path}");
        }
        assert_eq!(ac1.post("/staff/a/options", &[(SWITCH, "off")]).await.status, 403);
        assert_eq!(ac1.post("/staff/b/options", &[(SWITCH, "off")]).await.status, 404);
        assert_eq!(portal.staff("ba").await.post("/staff/a/options", &[(SWITCH, "off")]).await.status, 404);
        assert_eq!(portal.count("school_options").await + portal.count("audit_events WHERE event = 'option-changed'").await, 0);
        // The district's administrator may, in every school.
        let mut da = portal.staff("da").await;
        assert_eq!(da.post("/staff/b/options", &[(SWITCH, "off")]).await.status, 200);
        assert_eq!(portal.count("school_options").await, 1);
    }
}

portal_test! {
    /// OPT-07: codes of the staff don't depend on it; their life and number do on theirs.
    async fn options_bind_new_codes(portal) {
        let mut aa = portal.staff("aa").await;
        let page = aa.get("/staff/a/options").await;
        let done = save(&mut aa, &page, &[("Validité d'un code d'activation", "30"), ("Codes inutilisés par élève", "2")], &[(SWITCH, "off")]).await;
        assert!(done.has("Paramètres sauvegardés."), "{}", done.text());
        assert_eq!((done.value("Validité d'un code d'activation"), done.value("Codes inutilisés par élève")), ("30".to_owned(), "2".to_owned()));
        assert_eq!(portal.count("audit_events WHERE event = 'option-changed'").await, 3);
        portal.codes_for("emile", 2).await;
        let mut ac1 = portal.staff("ac1").await;
        let access = ac1.get(&portal.access_path("emile").await).await;
        assert!(access.has("24 déc. 2026"), "{}", access.text());
        assert_eq!(ac1.post(&portal.access_path("emile").await, &[("count", "1")]).await.status, 422);
    }
}

portal_test! {
    async fn what_is_out_of_bounds_comes_back_as_typed(portal) {
        let mut aa = portal.staff("aa").await;
        let page = aa.get("/staff/a/options").await;
        assert!(page.has("De 1 à 180.") && page.has("Fixé par le conseil scolaire") && page.has("180 jours"), "{}", page.text());
        let typed = [
            ("Validité d'un code d'activation", "365"),
            ("Codes inutilisés par élève", "11"),
            ("Courriels d'invitation de l'école, par jour", "beaucoup"),
            ("Courriel", "a@b.org, c@d.org"),
            ("Téléphone", "514 555-0100"),
        ];
        let refused = save(&mut aa, &page, &typed, &[(SWITCH, "off")]).await;
        refused.assert_refused(422, "Entrez au plus 180 jours : c'est la plus longue validité que le conseil scolaire permet.");
        refused.assert_refused(422, "Entrez un nombre entier, de 1 à 10.");
        refused.assert_refused(422, "Entrez un nombre entier, de 1 à 20 000.");
        refused.assert_refused(422, "Vérifiez l'adresse");
        assert_eq!(refused.texts(".notice.bad li").len(), 4);
        assert_eq!(refused.texts(".error").len(), 4);
        for (label, value) in typed {
            assert_eq!(refused.value(label), value);
        }
        assert_eq!(chosen(&refused, SWITCH), ["off"]);
        assert_eq!(portal.count("school_options").await, 0);
        // Mended, all of it is saved.
        let mended = [("Validité d'un code d'activation", "90"), ("Codes inutilisés par élève", "5"), ("Courriels d'invitation de l'école, par jour", "20 000"), ("Courriel", "accueil@ecole.example")];
        save(&mut aa, &refused, &mended, &[]).await;
        assert_eq!(portal.count("school_options").await, 6);
        // What names a person stays out of the audit; that it changed doesn't.
        assert_eq!(portal.count("audit_events WHERE details IN ('option=contact-email', 'option=contact-phone')").await, 2);
        assert_eq!(portal.count("audit_events WHERE details LIKE '%@%' OR details LIKE '%0100%'").await, 0);
        // A switch that is neither.
        assert_eq!(aa.post("/staff/a/options", &[(SWITCH, "maybe")]).await.status, 422);
    }
}

portal_test! {
    /// Two tabs: each writes only what it changed; for one option the last one wins.
    async fn two_who_save_do_not_undo_each_other(portal) {
        let (mut aa, mut da) = (portal.staff("aa").await, portal.staff("da").await);
        let (first, second) = (aa.get("/staff/a/options").await, da.get("/staff/a/options").await);
        save(&mut aa, &first, &[], &[(SWITCH, "off")]).await;
        save(&mut da, &second, &[("Codes inutilisés par élève", "4")], &[]).await;
        let page = aa.get("/staff/a/options").await;
        assert_eq!((chosen(&page, SWITCH), page.value("Codes inutilisés par élève")), (vec!["off".to_owned()], "4".to_owned()));
        let tries: Vec<_> = (1..=10).map(|number| {
            let mut tab = if number % 2 == 0 { aa.clone() } else { da.clone() };
            tokio::spawn(async move { tab.post_only("/staff/a/options", &[("open-invitations", &number.to_string())]).await.status })
        }).collect();
        for attempt in tries {
            assert_eq!(attempt.await.unwrap(), 303);
        }
        assert_eq!(portal.count("school_options WHERE name = 'open-invitations'").await, 1);
    }
}
