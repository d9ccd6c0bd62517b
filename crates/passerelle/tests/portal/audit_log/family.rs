use std::time::Duration;

use super::school::insert;
use crate::support::{Page, TestPortal};

/// The rows of the page: what, and who.
fn rows(page: &Page) -> Vec<String> {
    let (what, cells) = (page.texts("tbody th"), page.texts("tbody td"));
    what.iter().zip(cells.chunks(2)).map(|(what, cells)| format!("{what}: {}", cells[0])).collect()
}

async fn log_of(portal: &TestPortal, parent: &str, child: &str) -> Page {
    let path = format!("/parent/children/{}/access-log", portal.student_id(child).await);
    portal.guardian(parent).await.get(&path).await
}

portal_test! {
    /// Staff with name and role; « vous »; no other guardian's name for a guardian.
    async fn a_family_reads_who_looked_and_what_was_done(portal) {
        let code = portal.code_for("emile").await;
        portal.later(Duration::from_secs(60));
        let mut parent = portal.guardian("P3").await;
        let question = parent.add_child(&code).await;
        parent.yes(&question).await;

        let page = log_of(&portal, "P3", "emile").await;
        assert_eq!(page.h1(), "Qui a consulté ces renseignements");
        let found = rows(&page);
        assert_eq!(found[0], "Code d'activation utilisé: Vous");
        assert!(found.contains(&"Dossier consulté: Carole Un Conseil en orientation".to_owned()), "{found:?}");
        assert!(found.contains(&"1 code d'activation créé: Carole Un Conseil en orientation".to_owned()));
        assert!(!page.has("203.0.113.7"));

        let other = log_of(&portal, "P1", "emile").await;
        assert_eq!(rows(&other)[0], "Code d'activation utilisé: Un autre parent/gardien");
        assert!(!other.has("P3"), "{}", other.text());

        let mut student = portal.student("emile").await;
        let home = student.get("/student").await;
        let own = student.click(&home, "Qui a consulté ces renseignements").await;
        assert_eq!(rows(&own)[0], "Code d'activation utilisé: Parent P3");
        portal.sql("UPDATE guardianships SET removed_at = 1").await;
        assert_eq!(rows(&student.get("/student/access-log").await)[0], "Code d'activation utilisé: Un parent/gardien");
    }
}

portal_test! {
    async fn a_family_reads_nothing_of_restrictions_and_reports(portal) {
        for known in passerelle::audit_log::KNOWN.iter().filter(|known| known.family.is_none()) {
            insert(&portal, known.name).await;
        }
        for page in [log_of(&portal, "P1", "emile").await, portal.student("emile").await.get("/student/access-log").await] {
            assert!(page.has("Rien pour le moment"), "{}", page.text());
        }
        for name in ["restriction-made", "restriction-lifted", "restricted-tried", "verification-switched", "link-requested",
                     "link-accepted", "link-declined", "link-objected", "concern-settled", "code-disowned", "invitation-refused"] {
            assert_eq!(passerelle::audit_log::find(name).unwrap().family, None, "{name}");
        }
        // An invitation that was held back reads as any other: its absence would tell of a restriction.
        insert(&portal, "invitation-held").await;
        insert(&portal, "invitation-sent").await;
        let found = rows(&log_of(&portal, "P1", "emile").await);
        assert_eq!(found, ["Invitation demandée: La personne qui exploite le portail"; 2]);
    }
}

portal_test! {
    async fn nobody_reads_of_another_child(portal) {
        portal.code_for("liam").await;
        assert_eq!(log_of(&portal, "P1", "liam").await.status, 404);
        assert!(log_of(&portal, "P1", "zoe").await.has("Rien pour le moment"));
        assert!(rows(&log_of(&portal, "P3", "liam").await).len() > 1);
    }
}

portal_test! {
    /// A link that waits for the school, or was declined, is nothing that a family reads about.
    async fn a_used_code_is_told_once_it_made_a_link(portal) {
        portal.sql("UPDATE students SET verification = TRUE WHERE username = 'emile'").await;
        let code = portal.code_for("emile").await;
        let mut parent = portal.guardian("P3").await;
        let question = parent.add_child(&code).await;
        parent.yes(&question).await;
        assert_eq!(portal.count("audit_events WHERE event = 'code-used'").await, 1);
        let told = async || [log_of(&portal, "P1", "emile").await, portal.student("emile").await.get("/student/access-log").await]
            .map(|page| page.has("Code d'activation utilisé"));
        assert_eq!(told().await, [false, false]);
        portal.sql("INSERT INTO guardianships (id, guardian_id, student_id, linked_at) SELECT q.id, q.guardian_id, q.student_id, 0 FROM link_requests q").await;
        assert_eq!(told().await, [true, true]);
    }
}
