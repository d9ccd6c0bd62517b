use std::time::Duration;

use crate::support::TestPortal;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The rows of the page: what, who, student.
fn rows(page: &crate::support::Page) -> Vec<(String, String, String)> {
    let (what, cells) = (page.texts("tbody th"), page.texts("tbody td"));
    what.into_iter()
        .zip(cells.chunks(4))
        .map(|(what, cells)| (what, cells[0].clone(), cells[1].clone()))
        .collect()
}

fn row(what: &str, who: &str, student: &str) -> (String, String, String) {
    (what.to_owned(), who.to_owned(), student.to_owned())
}

portal_test! {
    /// Newest first, with who, what, whom and from where; nothing of another school.
    async fn an_administrator_reads_what_was_done_at_the_school(portal) {
        let code = portal.code_for("emile").await;
        portal.code_for("liam").await;
        portal.later(Duration::from_secs(60));
        let mut parent = portal.guardian("P3").await.at_address([198, 51, 100, 4]);
        let question = parent.add_child(&code).await;
        parent.yes(&question).await;

        let page = portal.staff("aa").await.get("/staff/a/audit").await;
        assert_eq!(page.h1(), "Registre");
        let found = rows(&page);
        assert_eq!(found[0], row("Code d'activation utilisé", "Parent P3", "Émile Côté"));
        assert!(found.contains(&row("1 code d'activation créé", "Carole Un", "Émile Côté")), "{found:?}");
        assert!(found.contains(&row("Dossier d'élève consulté", "Carole Un", "Émile Côté")), "{found:?}");
        assert!(page.has("198.51.100.4"));
        assert!(!page.has("Liam") && !page.has("Bruno"), "{}", page.text());
    }
}

portal_test! {
    async fn names_stand_only_while_the_school_may_read_them(portal) {
        let code = portal.code_for("emile").await;
        let mut parent = portal.guardian("P0").await;
        let question = parent.add_child(&code).await;
        parent.yes(&question).await;
        let mut administrator = portal.staff("aa").await;
        assert!(administrator.get("/staff/a/audit").await.has("Parent P0"));

        // A removed link was one once; a student who left is nobody's business any more.
        portal.sql("UPDATE guardianships SET removed_at = 1").await;
        assert!(administrator.get("/staff/a/audit").await.has("Parent P0"));
        portal.sql("UPDATE students SET left_at = 1 WHERE username = 'emile'").await;
        let page = administrator.get("/staff/a/audit").await;
        assert!(page.has("Code d'activation utilisé") && page.has("Un parent/gardien"), "{}", page.text());
        assert!(!page.has("Parent P0") && !page.has("Émile"), "{}", page.text());
        assert!(administrator.get("/staff/a/audit?q=emile").await.has("Aucune ligne ne correspond"));
        assert!(administrator.get("/staff/a/audit?q=p0").await.has("Aucune ligne ne correspond"));
    }
}

portal_test! {
    async fn it_is_filtered_by_subject_person_and_days(portal) {
        portal.code_for("emile").await;
        portal.code_for("noor").await;
        portal.later(2 * DAY);
        let mut counsellor = portal.staff("ac2").await;
        counsellor.get(&portal.access_path("zoe").await).await;
        let mut administrator = portal.staff("aa").await;
        let mut whats = async |query: &str| {
            let page = administrator.get(&format!("/staff/a/audit?{query}")).await;
            rows(&page).into_iter().map(|(_, who, student)| format!("{who}: {student}")).collect::<Vec<_>>()
        };
        assert_eq!(whats("kind=codes&q=emile").await, ["Carole Un: Émile Côté"]);
        assert_eq!(whats("q=claude+deux").await, ["Claude Deux: Zoé Étienne"]);
        assert_eq!(whats("from=2026-11-26").await, ["Claude Deux: Zoé Étienne"]);
        assert_eq!(whats("to=2026-11-24&q=N%27Guessan&kind=codes").await, ["Carole Un: Noor N'Guessan"]);
        // Literally: no pattern of the database, and what is no day or subject counts as none.
        assert_eq!(whats("q=%25").await, [""; 0]);
        assert_eq!(whats("q=_").await, [""; 0]);
        assert_eq!(whats("from=yesterday&kind=nonsense").await.len(), 7);

        let page = administrator.get("/staff/a/audit?kind=options&q=emile").await;
        assert!(page.has("Aucune ligne ne correspond"));
        let page = administrator.click(&page, "Options , retirer ce filtre").await;
        assert_eq!(page.path, "/staff/a/audit?q=emile");
        assert_eq!(page.value("Personne ou élève"), "emile");
    }
}

portal_test! {
    async fn it_has_25_rows_a_page_and_keeps_its_filters(portal) {
        let mut counsellor = portal.staff("ac1").await;
        let path = portal.access_path("emile").await;
        for _ in 0..27 {
            counsellor.get(&path).await;
            portal.later(DAY / 2);
            counsellor = portal.staff("ac1").await;
        }
        let mut administrator = portal.staff("aa").await;
        let page = administrator.get("/staff/a/audit?kind=looks").await;
        assert_eq!(rows(&page).len(), 25, "{}", page.text());
        assert!(page.has("27 lignes") && page.has("1 à 25 sur 27"));
        let page = administrator.click(&page, "Page 2").await;
        assert_eq!(page.path, "/staff/a/audit?kind=looks&page=2");
        assert_eq!(rows(&page).len(), 2);
    }
}

portal_test! {
    async fn a_name_of_a_newer_release_has_a_neutral_sentence(portal) {
        insert(&portal, "something-new").await;
        assert!(portal.staff("aa").await.get("/staff/a/audit").await.has("Autre action dans le portail"));
        assert!(portal.staff("aa").await.in_english().get("/staff/a/audit").await.has("Something else in the portal"));
    }
}

/// An event of the operator's about Émile at school A.
pub async fn insert(portal: &TestPortal, event: &str) {
    let bytes = if portal.portal.config.database_url.starts_with("sqlite") {
        "randomblob(16)"
    } else {
        "gen_random_uuid()"
    };
    portal
        .sql(&format!(
            "INSERT INTO audit_events (id, at, actor_kind, event, school_id, student_id, details, address)
             SELECT {bytes}, 1795528800000, 'operator', '{event}', school_id, id, '', '' FROM students WHERE username = 'emile'"
        ))
        .await;
}

portal_test! {
    /// A sign-up is of the school whose code it spent, and of no other.
    async fn an_administrator_reads_who_signed_up(portal) {
        let code = portal.code_for("emile").await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", "trois petits ponts", &code).await;
        marie.yes(&question).await;
        let page = portal.staff("aa").await.get("/staff/a/audit?kind=accounts").await;
        assert_eq!(rows(&page), [row("Compte ouvert", "Marie Roy", "")]);
        assert!(rows(&portal.staff("ba").await.get("/staff/b/audit?kind=accounts").await).is_empty());
    }
}
