//! « Télécharger (CSV) ».

use super::list::{LIST, linked};

const FILE: &str = "/staff/a/accounts/access-data.csv";

portal_test! {
    async fn the_file_has_the_rows_of_the_list(portal) {
        linked(&portal, "Ève; Roy", "eve@familles.example", "noor").await;
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get(LIST).await;
        assert_eq!(page.link("Télécharger (CSV)").as_deref(), Some(FILE));
        let file = ac1.get(FILE).await;
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(file.headers["content-disposition"], "attachment; filename=\"acces-parents-gardiens-a-2026-11-24.csv\"");
        assert_eq!(file.headers["cache-control"], "no-store");
        let lines: Vec<&str> = file.html.split("\r\n").collect();
        assert!(lines[0].starts_with("\u{feff}Parent/gardien;Courriel;"), "{}", lines[0]);
        assert_eq!(lines.len(), 1 + 5 + 1);
        assert!(lines[1].starts_with("\"Ève; Roy\";eve@familles.example;non confirmé;N’Guessan;Noor;11;11-A;20"), "{}", lines[1]);
        assert!(file.html.contains("p3@familles.example;confirmé;Étienne;Zoé;10;10-A;"));
        // LST-02: nothing of school B.
        assert!(!file.html.contains("Liam") && !file.html.contains("9-A"));
        assert_eq!(portal.count("audit_events WHERE event = 'access-data-exported' AND details = 'rows=5'").await, 1);
        let mut stranger = portal.staff("bc").await;
        assert_eq!(stranger.get(FILE).await.status, 404);
        assert_eq!(portal.count("audit_events WHERE event = 'access-data-exported'").await, 1);
    }
}

portal_test! {
    async fn the_file_has_the_filters_and_the_language_of_the_page(portal) {
        let mut ac1 = portal.staff("ac1").await.in_english();
        let page = ac1.get(&format!("{LIST}?q=zoe&sort=-name&page=2")).await;
        let file = ac1.get(&format!("{FILE}?q=zoe&sort=-name")).await;
        assert_eq!(page.link("Download (CSV)"), Some(format!("{FILE}?q=zoe&sort=-name")));
        let lines: Vec<&str> = file.html.split("\r\n").collect();
        assert!(lines[0].starts_with("\u{feff}Parent/guardian;E-mail;"), "{}", lines[0]);
        assert!(lines[1].starts_with("Parent P3;") && lines[2].starts_with("Parent P1;"), "{}", file.html);
        assert_eq!(lines.len(), 4);
    }
}

portal_test! {
    /// A name that a spreadsheet would run is text.
    async fn no_cell_is_a_formula(portal) {
        linked(&portal, "=HYPERLINK(\"http://x.example\")", "plus@familles.example", "noor").await;
        linked(&portal, "@SUM(A1)", "at@familles.example", "noor").await;
        portal.sql("UPDATE students SET homeroom = '-2+3' WHERE username = 'noor'").await;
        let mut ac1 = portal.staff("ac1").await;
        let file = ac1.get(FILE).await;
        assert!(file.html.contains("\"'=HYPERLINK(\"\"http://x.example\"\")\";"), "{}", file.html);
        assert!(file.html.contains("\r\n'@SUM(A1);") && file.html.contains(";'-2+3;"));
    }
}

portal_test! {
    /// LST-08: neither page nor file says anything that signs in.
    async fn nothing_secret_is_in_page_or_file(portal) {
        let code = portal.code_for("noor").await;
        portal.sql("UPDATE guardians SET password_hash = 'argon-secret' WHERE email_key = 'p1@familles.example'").await;
        let mut ac1 = portal.staff("ac1").await;
        for path in [LIST, FILE, "/staff/a/accounts", "/staff/a/accounts/reach"] {
            let page = ac1.get(path).await;
            assert_eq!(page.status, 200);
            for secret in ["argon", "password", "token", &code] {
                assert!(!page.html.contains(secret), "{secret} in {path}");
            }
        }
    }
}
