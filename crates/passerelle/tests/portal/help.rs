//! The reading pages.

use crate::support::plain;

const PAGES: [&str; 3] = ["/help", "/privacy", "/accessibility"];

portal_test! {
    /// Every question of the original has its answer, under the labels that the screens use.
    async fn help_answers_every_question(portal) {
        let page = portal.stranger().get("/help").await;
        for label in [
            "Inscrivez-vous maintenant", "Accès du Parent", "Générer les codes d'activation", "Allez",
            "Partager votre Portfolio avec votre parent/votre gardien", "Ajouter un enfant",
            "Données d'accès du Portfolio du Parent/Gardien", "Codes d'activation inutilisés", "Mot de passe oublié",
            "Options du Portfolio", "Permettre aux élèves d'inviter leurs parents/gardiens", "Inactif", "Sauvegarder",
        ] {
            assert!(page.has(label), "{label}");
        }
        let targets = page.attributes("[id]", "id");
        let links: Vec<String> = page.attributes("main a[href^='#']", "href");
        assert!(links.len() > 25);
        for link in &links {
            assert_eq!(targets.iter().filter(|id| **id == link[1..]).count(), 1, "{link}");
        }
        assert_eq!(page.texts("h1").len(), 1);
        let english = portal.stranger().in_english().get("/help").await;
        assert_eq!(english.texts("h3").len(), page.texts("h3").len());
        assert!(english.has("Turning off invitations by students"));
    }
}

portal_test! {
    /// Whoever is signed in reads whom their own schools name, and no other school's.
    async fn the_schools_own_contact_stands_on_every_page(portal) {
        for (school, phone) in [("a", "418 555-0101"), ("b", "418 555-0202")] {
            portal
                .sql(&format!(
                    "INSERT INTO school_options (school_id, name, value, changed_at) SELECT id, 'contact-phone', '{phone}', 1 FROM schools WHERE short_name = '{school}'"
                ))
                .await;
        }
        let (mut p1, mut p3) = (portal.guardian("P1").await, portal.guardian("P3").await);
        let (mut student, mut counsellor) = (portal.student("liam").await, portal.staff("ac1").await);
        let (mut stranger, mut district) = (portal.stranger(), portal.staff("da").await);
        for path in PAGES {
            for (who, a, b) in [
                (&mut p1, true, false),
                (&mut p3, true, true),
                (&mut student, false, true),
                (&mut counsellor, true, false),
                (&mut stranger, false, false),
                (&mut district, false, false),
            ] {
                let page = who.get(path).await;
                assert_eq!((page.has("418 555-0101"), page.has("418 555-0202")), (a, b), "{path}: {}", page.text());
                assert_eq!(page.texts("#contact").len(), usize::from(a || b));
            }
        }
        // Nothing where nothing is set.
        portal.sql("DELETE FROM school_options").await;
        assert!(!p3.get("/help").await.has("À qui vous adresser"));
    }
}

portal_test! {
    async fn every_layout_leads_to_the_reading_pages(portal) {
        let (mut parent, mut staff) = (portal.guardian("P1").await, portal.staff("ac1").await);
        for page in [
            portal.stranger().get("/parent").await,
            parent.get("/parent").await,
            staff.get("/staff/a/students").await,
            portal.stranger().get("/nowhere").await,
        ] {
            let links = page.attributes("a[href]", "href");
            for path in PAGES {
                assert!(links.iter().any(|link| link == path), "{} has no {path}", page.path);
            }
        }
        let page = staff.get("/help").await;
        assert_eq!(page.link(&plain("Outil administratif")).as_deref(), Some("/staff"));
        assert!(!parent.get("/privacy").await.attributes("nav.tabbar a", "href").is_empty());
    }
}
