//! The audit as administrators read it, and « Qui a consulté ces renseignements ».

use std::time::Duration;

portal_test! {
    async fn an_administrator_reads_who_did_what(portal) {
        portal.code_for("emile").await;
        portal.code_for("liam").await;
        let mut aa = portal.staff("aa").await;
        let log = aa.get("/staff/a").await;
        let log = aa.click(&log, "Registre").await;
        assert_eq!(log.h1(), "Registre");
        let rows = log.texts("tbody tr");
        assert!(rows.iter().any(|row| row.contains("Codes d'activation créés") && row.contains("Carole Un") && row.contains("Émile Côté")), "{rows:?}");
        assert!(rows.iter().any(|row| row.contains("Dossier consulté") && row.contains("203.0.113.7")), "{rows:?}");
        // AUT-17: nothing of the other school.
        assert!(!log.has("Liam") && !log.has("Bruno Conseil"), "{}", log.text());
        let refused = portal.staff("ac1").await.get("/staff/a/audit").await;
        assert_eq!(refused.status, 403);
    }
}

portal_test! {
    async fn the_audit_is_filtered_and_paged(portal) {
        for _ in 0..15 {
            portal.code_for("emile").await;
            portal.sql("UPDATE activation_codes SET deleted_at = made_at, sealed = NULL WHERE deleted_at IS NULL AND used_at IS NULL").await;
        }
        portal.later(Duration::from_secs(48 * 60 * 60));
        portal.code_for("noor").await;
        let mut aa = portal.staff("aa").await;
        let all = aa.get("/staff/a/audit").await;
        assert_eq!(all.texts("tbody tr").len(), 25);
        let second = aa.get("/staff/a/audit?page=2").await;
        assert!(second.texts("tbody tr").len() > 5);
        let only = async |query: &str| portal.staff("aa").await.get(&format!("/staff/a/audit?{query}")).await;
        assert_eq!(only("event=codes-created").await.texts("tbody tr").len(), 16);
        assert_eq!(only("event=codes-created&q=noor").await.texts("tbody tr").len(), 1);
        assert_eq!(only("event=codes-created&q=cote").await.texts("tbody tr").len(), 15);
        assert_eq!(only("event=codes-created&q=CAROLE").await.texts("tbody tr").len(), 16);
        assert_eq!(only("event=codes-created&from=2026-11-26").await.texts("tbody tr").len(), 1);
        assert_eq!(only("event=codes-created&to=2026-11-24").await.texts("tbody tr").len(), 15);
        let none = only("q=%25%25").await;
        assert!(none.has("Aucun événement ne répond à ces critères."), "{}", none.text());
        assert!(only("from=rien&to=9999-99-99&event=nothing&page=-1").await.texts("tbody tr").len() == 25);
    }
}

portal_test! {
    async fn the_audit_leaves_as_a_file_and_that_is_written_down(portal) {
        portal.code_for("emile").await;
        let file = portal.staff("aa").await.get("/staff/a/audit.csv?event=codes-created").await;
        assert_eq!(file.status, 200);
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        assert!(file.html.starts_with("\u{feff}Quand;Qui;Quoi;Élève;"), "{}", file.html);
        assert_eq!(file.html.lines().count(), 2);
        assert!(file.html.contains(";Carole Un;Codes d’activation créés;Émile Côté;203.0.113.7;codes-created"), "{}", file.html);
        assert_eq!(portal.count("audit_events WHERE event = 'audit-exported' AND details = 'rows=1'").await, 1);
        assert_eq!(portal.staff("ac1").await.get("/staff/a/audit.csv").await.status, 403);
    }
}

portal_test! {
    async fn nobody_changes_or_removes_what_was_recorded(portal) {
        portal.code_for("emile").await;
        let before = portal.count("audit_events").await;
        let writer = portal.portal.database.writer();
        for statement in ["UPDATE audit_events SET address = ''", "DELETE FROM audit_events"] {
            let refused = sea_orm::ConnectionTrait::execute_unprepared(writer, statement).await;
            assert!(refused.unwrap_err().to_string().contains("only added to"), "{statement}");
        }
        assert_eq!(portal.count("audit_events WHERE address <> ''").await + portal.count("audit_events WHERE address = ''").await, before);
    }
}

portal_test! {
    async fn a_family_sees_who_looked_and_nothing_of_each_other(portal) {
        let code = portal.code_for("zoe").await;
        let mut p0 = portal.guardian("P0").await;
        let question = p0.add_child(&code).await;
        p0.yes(&question).await;
        let child = portal.student_id("zoe").await;
        let mut p1 = portal.guardian("P1").await;
        let page = p1.get(&format!("/parent/children/{child}")).await;
        let looks = p1.click(&page, "Qui a consulté ces renseignements").await;
        assert_eq!(looks.h1(), "Qui a consulté ces renseignements");
        assert!(looks.has("Dossier consulté Carole Un"), "{}", looks.text());
        assert!(looks.has("Code d'activation utilisé Un autre parent/gardien") && !looks.has("Parent P0"), "{}", looks.text());
        let own = p0.get(&format!("/parent/children/{child}/access-log")).await;
        assert!(own.has("Code d'activation utilisé Vous"), "{}", own.text());
        // The student reads the name; a guardian of nobody there reads nothing.
        let zoe = portal.student("zoe").await.get("/student/access-log").await;
        assert!(zoe.has("Code d'activation utilisé Parent P0"), "{}", zoe.text());
        assert_eq!(portal.guardian("P2").await.get(&format!("/parent/children/{child}/access-log")).await.status, 404);
        for hidden in ["restriction-made", "restricted-tried", "verification-switched", "link-objected", "invitation-held"] {
            let id = passerelle::audit::EventId::new(portal.portal.clock.now(), &mut passerelle::random::system());
            let student = child;
            let now = portal.portal.clock.now();
            sea_orm::ConnectionTrait::execute_raw(
                portal.portal.database.writer(),
                sea_orm::raw_sql!(Postgres, r#"INSERT INTO audit_events (id, at, actor_kind, event, student_id, details, address) VALUES ({id}, {now}, 'staff', {hidden}, {student}, '', '')"#),
            )
            .await
            .unwrap();
        }
        let after = p1.get(&format!("/parent/children/{child}/access-log")).await;
        assert_eq!(after.texts("ul.list li").len(), looks.texts("ul.list li").len());
    }
}
