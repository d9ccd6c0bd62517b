//! Restricting, verifying and linking at once: whichever comes first, no link survives a restriction.

use sea_orm::ConnectionTrait as _;

use super::{path_of, restrict_address};

portal_test! {
    async fn redeeming_and_restricting_at_once_leave_no_link(portal) {
        for round in 0..8 {
            let code = portal.code_for("noor").await;
            let mut p0 = portal.guardian("P0").await;
            let question = p0.add_child(&code).await;
            let mut aa = portal.staff("aa").await;
            let page = aa.get(&path_of(&portal, "noor").await).await;
            let filled = [("Courriel de l'adulte", "p0@familles.example"), ("Note", "Jugement")];
            let (_, made) = tokio::join!(p0.yes(&question), aa.submit(&page, "Ajouter la restriction", &filled));
            assert!(made.has("La restriction est en vigueur."), "{}", made.text());
            assert_eq!(portal.count("guardianships g JOIN students s ON s.id = g.student_id WHERE s.username = 'noor' AND g.removed_at IS NULL").await, 0, "round {round}");
            // Either the code was used and the link removed, or the code is unused.
            let (linked, used) = (portal.count("guardianships WHERE removed_reason = 'restricted'").await, portal.count("activation_codes WHERE used_at IS NOT NULL").await);
            assert_eq!(linked, used, "round {round}");
            portal.sql("DELETE FROM guardianships WHERE removed_reason = 'restricted'").await;
            for table in ["restrictions", "concerns", "add_child_drafts", "activation_codes"] {
                portal.sql(&format!("DELETE FROM {table}")).await;
            }
        }
    }
}

portal_test! {
    async fn switching_verification_on_while_redeeming_links_or_waits(portal) {
        let path = format!("{}/verification", path_of(&portal, "noor").await);
        for round in 0..8 {
            let code = portal.code_for("noor").await;
            let mut p0 = portal.guardian("P0").await;
            let question = p0.add_child(&code).await;
            let mut aa = portal.staff("aa").await;
            let on = [("verification", "on")];
            let (answer, switched) = tokio::join!(p0.yes(&question), aa.post(&path, &on));
            assert_eq!((answer.status, switched.status), (200, 200), "{}", answer.text());
            let linked = portal.count("guardianships g JOIN students s ON s.id = g.student_id WHERE s.username = 'noor'").await;
            let waiting = portal.count("link_requests WHERE decided_at IS NULL").await;
            assert_eq!(linked + waiting, 1, "round {round}");
            assert_eq!(portal.count("activation_codes WHERE used_at IS NOT NULL").await, 1);
            aa.post(&path, &[("verification", "off")]).await;
            portal.sql("DELETE FROM guardianships WHERE student_id = (SELECT id FROM students WHERE username = 'noor')").await;
            for table in ["link_requests", "add_child_drafts", "activation_codes"] {
                portal.sql(&format!("DELETE FROM {table}")).await;
            }
        }
    }
}

portal_test! {
    async fn confirming_and_restricting_at_once_leave_no_link(portal) {
        let path = format!("{}/verification", path_of(&portal, "noor").await);
        portal.staff("aa").await.post(&path, &[("verification", "on")]).await;
        for round in 0..5 {
            let code = portal.code_for("noor").await;
            let mut p0 = portal.guardian("P0").await;
            let question = p0.add_child(&code).await;
            p0.yes(&question).await;
            let mut ac1 = portal.staff("ac1").await;
            let list = ac1.get("/staff/a/accounts/to-check").await;
            let (_, made) = tokio::join!(ac1.submit(&list, "Confirmer le lien", &[]), restrict_address(&portal, "noor", "p0@familles.example"));
            assert!(made.has("La restriction est en vigueur."), "{}", made.text());
            assert_eq!(portal.count("guardianships g JOIN students s ON s.id = g.student_id WHERE s.username = 'noor' AND g.removed_at IS NULL").await, 0, "round {round}");
            assert_eq!(portal.count("link_requests WHERE decided_at IS NULL").await, 0);
            portal.sql("DELETE FROM guardianships WHERE student_id = (SELECT id FROM students WHERE username = 'noor')").await;
            for table in ["restrictions", "link_requests", "add_child_drafts", "activation_codes"] {
                portal.sql(&format!("DELETE FROM {table}")).await;
            }
        }
    }
}

portal_test! {
    /// CON-16
    async fn closing_an_account_and_redeeming_at_once_leave_no_link(portal) {
        for _ in 0..5 {
            let code = portal.code_for("noor").await;
            let mut p0 = portal.guardian("P0").await;
            let question = p0.add_child(&code).await;
            // What closing does: first the account's row, then its links.
            let close = async {
                let tx = portal.portal.begin().await.unwrap();
                tx.execute_unprepared("UPDATE guardians SET closed_at = 1 WHERE email = 'p0@familles.example'").await.unwrap();
                tx.execute_unprepared("UPDATE guardianships SET removed_at = 1 WHERE guardian_id = (SELECT id FROM guardians WHERE email = 'p0@familles.example')").await.unwrap();
                tx.commit().await.unwrap();
            };
            tokio::join!(p0.yes(&question), close);
            assert_eq!(portal.count("guardianships g JOIN guardians p ON p.id = g.guardian_id WHERE p.closed_at IS NOT NULL AND g.removed_at IS NULL").await, 0);
            portal.sql("UPDATE guardians SET closed_at = NULL").await;
            portal.sql("DELETE FROM guardianships WHERE removed_at IS NOT NULL").await;
            for table in ["add_child_drafts", "activation_codes"] {
                portal.sql(&format!("DELETE FROM {table}")).await;
            }
        }
    }
}
