//! « Historique »: who changed what, when.

use super::save;

portal_test! {
    async fn every_change_stands_in_the_history(portal) {
        let mut aa = portal.staff("aa").await;
        let none = aa.get("/staff/a/options/history").await;
        assert!(none.has("Aucune modification"), "{}", none.text());
        let page = aa.get("/staff/a/options").await;
        save(&mut aa, &page, &[("Nom", "Mme Roy")], &[("student-invitations", "off")]).await;
        let page = aa.get("/staff/a/options").await;
        let history = aa.click(&page, "Historique").await;
        assert_eq!(history.h1(), "Historique des options");
        let rows = history.texts("tbody tr");
        assert_eq!(rows.len(), 2);
        let both = rows.join(" / ");
        assert!(both.contains("Permettre aux élèves d'inviter leurs parents/gardiens Actif Inactif 24 novembre 2026") && both.contains("Anne Admin"), "{both}");
        assert!(both.contains("Nom Modifié") && !both.contains("Roy"), "{both}");
        // School B's history is its own.
        assert!(portal.staff("ba").await.get("/staff/b/options/history").await.has("Aucune modification"));
    }
}

portal_test! {
    async fn a_long_history_has_pages(portal) {
        let mut aa = portal.staff("aa").await;
        for number in 0..26 {
            aa.post_only("/staff/a/options", &[("open-invitations", if number % 2 == 0 { "4" } else { "5" })]).await;
        }
        let page = aa.get("/staff/a/options/history").await;
        assert!(page.has("26 modifications"), "{}", page.text());
        assert_eq!(page.texts("tbody tr").len(), 25);
        let second = aa.click(&page, "Page 2").await;
        assert_eq!(second.texts("tbody tr").len(), 1);
    }
}
