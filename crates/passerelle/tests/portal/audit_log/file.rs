use std::time::Duration;

use passerelle::{
    audit::{self, Actor, Event},
    random,
};

portal_test! {
    /// The file says what the page says, and that it was made is written down itself.
    async fn the_filtered_list_leaves_as_a_file(portal) {
        portal.sql("UPDATE students SET given_name = '=Émile' WHERE username = 'emile'").await;
        portal.code_for("emile").await;
        portal.code_for("noor").await;
        portal.code_for("liam").await;
        let mut administrator = portal.staff("aa").await;
        let page = administrator.get("/staff/a/audit?kind=codes&q=emile").await;
        let href = page.link("Télécharger (CSV)").unwrap();
        assert_eq!(href, "/staff/a/audit.csv?kind=codes&q=emile");
        let file = administrator.get(&href).await;
        assert_eq!(file.status, 200);
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(file.headers["cache-control"], "no-store");
        assert_eq!(file.headers["content-disposition"], "attachment; filename=\"registre-a-2026-11-24.csv\"");
        let text = file.html.replace('’', "'");
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines[0], "\u{feff}Quand;Qui;Quoi;Élève;Adresse IP");
        assert!(lines[1].ends_with(";Carole Un;1 code d'activation créé;'=Émile Côté;203.0.113.7"), "{text}");
        assert_eq!(lines[2..], [""]);
        assert_eq!(portal.count("audit_events WHERE event = 'audit-exported' AND details = 'rows=1'").await, 1);
        assert!(administrator.get("/staff/a/audit").await.has("Registre téléchargé"));
    }
}

portal_test! {
    async fn a_file_has_all_rows_of_all_pages(portal) {
        struct Looked(uuid::Uuid);
        impl Event for Looked {
            const NAME: &'static str = "student-looked";
            fn school(&self) -> Option<uuid::Uuid> {
                Some(self.0)
            }
        }
        let school = passerelle::schools::store::find_by_short_name(portal.portal.read(), "a").await.unwrap().unwrap();
        let (now, mut random) = (portal.portal.clock.now(), random::system());
        let tx = portal.portal.begin().await.unwrap();
        for _ in 0..1_100 {
            audit::record(&*tx, &Looked(school.id.0), &Actor::operator(), now, &mut random).await.unwrap();
        }
        tx.commit().await.unwrap();
        portal.later(Duration::from_secs(1));
        let file = portal.staff("aa").await.get("/staff/a/audit.csv").await;
        assert_eq!(file.html.matches("\r\n").count(), 1_101);
        let refused = portal.staff("ac1").await.get("/staff/a/audit.csv").await;
        assert_eq!(refused.status, 403);
        assert_eq!(portal.count("audit_events WHERE event = 'audit-exported'").await, 1);
    }
}
