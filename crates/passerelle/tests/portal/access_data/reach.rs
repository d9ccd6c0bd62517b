//! The reach board: who has nobody here, why, and what is next.

use std::time::Duration;

use crate::support::{Page, TestPortal};

const BOARD: &str = "/staff/a/accounts/reach";

/// The student, the reason and the next step of each row.
fn missing(page: &Page) -> Vec<(String, String, String)> {
    let names = page.attributes("td.end a", "aria-label");
    let names = names.iter().map(|label| label.rsplit_once(", ").unwrap().1.to_owned());
    let reasons = page.texts(".table tbody td:nth-child(3)");
    names.zip(reasons).zip(page.texts("td.end a")).map(|((name, why), step)| (name, why, step)).collect()
}

/// The board's only row about Noor: the reason, the step, and where it leads.
async fn noor(portal: &TestPortal) -> (String, String, String) {
    let page = portal.staff("ac1").await.get(BOARD).await;
    let rows = missing(&page);
    assert_eq!(rows.len(), 1, "{}", page.text());
    assert!(rows[0].0.starts_with("Noor"));
    let href = page.attributes("td.end a", "href").remove(0);
    (rows[0].1.clone(), rows[0].2.clone(), href)
}

const NOOR: &str = "(SELECT id FROM students WHERE username = 'noor')";

portal_test! {
    async fn every_reason_has_its_next_step(portal) {
        let access = portal.access_path("noor").await;
        let row = |why: &str, step: &str, href: &str| (why.to_owned(), step.to_owned(), href.to_owned());
        assert_eq!(noor(&portal).await, row("Aucun code n'a été créé", "Générer les codes d'activation", &access));

        // A link that was removed.
        portal.sql(&format!("UPDATE guardianships SET student_id = {NOOR}, removed_at = 1
            WHERE student_id = (SELECT id FROM students WHERE username = 'zoe')
              AND guardian_id = (SELECT id FROM guardians WHERE email_key = 'p3@familles.example')")).await;
        assert_eq!(noor(&portal).await, row("Le lien a été retiré", "Revoir l'accès", &access));

        portal.code_for("noor").await;
        assert_eq!(noor(&portal).await, row("Un code existe, mais n'a pas encore servi", "Remettre le code", &access));

        portal.later(Duration::from_secs(400 * 86_400));
        assert_eq!(noor(&portal).await, row("Le code a expiré sans servir", "Générer un nouveau code", &access));

        portal.sql("UPDATE activation_codes SET channel = 'email', sent_to = 'Loin@Ailleurs.example'").await;
        assert_eq!(noor(&portal).await.0, "Le code a expiré sans servir");
        portal.sql("INSERT INTO refused_addresses (address_key, refused_at, reason) VALUES ('loin@ailleurs.example', 1, '550')").await;
        assert_eq!(noor(&portal).await, row("Le courriel d'invitation a été refusé", "Remettre un code autrement", &access));

        portal.sql("INSERT INTO link_requests (id, guardian_id, student_id, code_id, channel, asked_at)
            SELECT a.id, p.id, a.student_id, a.id, 'email', 1 FROM activation_codes a, guardians p WHERE p.email_key = 'p2@familles.example'").await;
        assert_eq!(noor(&portal).await, row("En attente d'une confirmation de l'école", "Confirmer ou refuser", "/staff/a/accounts/to-check"));

        // A request that was decided waits no longer.
        portal.sql("UPDATE link_requests SET decided_at = 2, accepted = accepted").await;
        assert_eq!(noor(&portal).await.0, "Le courriel d'invitation a été refusé");
    }
}

portal_test! {
    async fn figures_stand_beside_the_bars(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let home = ac1.get("/staff/a").await;
        let page = ac1.click(&home, "Voir les élèves sans parent/gardien, et pourquoi").await;
        assert_eq!(page.h1(), "Familles rejointes");
        assert_eq!(page.texts(".key li"), ["2 parents/gardiens ou plus : 2", "1 parent/gardien : 0", "Aucun parent/gardien : 1"]);
        // By grade, then by homeroom.
        assert_eq!(page.texts(".chart tbody th"), ["10 e année", "11 e année", "10-A", "11-A"]);
        let figures = page.texts(".chart tbody td[data-l]");
        assert_eq!(figures, ["2", "0", "0", "0", "0", "1", "2", "0", "0", "0", "0", "1"]);
        assert!(!page.html.contains("9-A") && !page.has("Liam"), "AUT-17");
    }
}

portal_test! {
    async fn the_students_without_anybody_are_filtered(portal) {
        portal.sql("UPDATE guardianships SET removed_at = 1").await;
        portal.code_for("noor").await;
        let mut ac1 = portal.staff("ac1").await;
        for (query, found) in [
            ("", vec!["Émile Côté", "Zoé Étienne", "Noor N’Guessan"]),
            ("reason=removed", vec!["Émile Côté", "Zoé Étienne"]),
            ("reason=code-unused&grade=11", vec!["Noor N’Guessan"]),
            ("homeroom=10-A", vec!["Émile Côté", "Zoé Étienne"]),
            ("grade=10&reason=no-code", vec![]),
            ("reason=x&grade=%00", vec!["Émile Côté", "Zoé Étienne", "Noor N’Guessan"]),
        ] {
            let page = ac1.get(&format!("{BOARD}?{query}")).await;
            let names: Vec<String> = missing(&page).into_iter().map(|row| row.0).collect();
            assert_eq!(names, found, "{query}");
        }
        let page = ac1.get(&format!("{BOARD}?grade=10")).await;
        assert!(page.has("Le lien a été retiré (2)") && page.has("2 élèves"), "{}", page.text());
        let none = ac1.get(&format!("{BOARD}?grade=10&reason=no-code")).await;
        assert!(none.has("Aucun élève ne correspond"));
        assert_eq!(none.link("10e année , retirer ce filtre").as_deref(), Some("/staff/a/accounts/reach?reason=no-code#missing"));
        let mut bc = portal.staff("bc").await;
        assert_eq!(missing(&bc.get("/staff/b/accounts/reach").await).len(), 1, "only its own");
    }
}

portal_test! {
    async fn a_school_that_reached_everybody_is_told_so(portal) {
        portal.sql("UPDATE students SET left_at = 1 WHERE username = 'noor'").await;
        let mut ac1 = portal.staff("ac1").await;
        assert!(ac1.get(BOARD).await.has("Chaque élève a au moins un parent/gardien lié"));
        portal.sql("UPDATE students SET left_at = 1").await;
        assert!(ac1.get(BOARD).await.has("Aucun élève pour le moment"));
    }
}
