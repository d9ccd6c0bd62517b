//! « Recherche d'élèves ».

use crate::support::Page;

fn names(page: &Page) -> Vec<String> {
    page.texts("tbody th > span > span:last-child")
        .iter()
        .map(|name| name.split(" 100").next().unwrap_or_default().trim().to_owned())
        .collect()
}

portal_test! {
    async fn students_are_found_however_one_types(portal) {
        let mut ac1 = portal.staff("ac1").await;
        for (typed, found) in [
            ("", vec!["Côté, Émile", "Étienne, Zoé", "N'Guessan, Noor"]),
            ("emile", vec!["Côté, Émile"]),
            ("COTE emi", vec!["Côté, Émile"]),
            ("guessan", vec!["N'Guessan, Noor"]),
            ("n’guessan noor", vec!["N'Guessan, Noor"]),
            ("100 000 002", vec!["Étienne, Zoé"]),
            ("100000003", vec!["N'Guessan, Noor"]),
            ("liam", vec![]),
            ("%", vec![]),
            ("_", vec![]),
            ("' OR ''='", vec!["N'Guessan, Noor"]),
            ("\\", vec![]),
        ] {
            let page = ac1.get(&format!("/staff/a/students?{}", form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish())).await;
            assert_eq!(page.status, 200);
            assert_eq!(names(&page), found, "{typed}");
            assert_eq!(page.value("Nom ou numéro d'élève"), typed);
        }
    }
}

portal_test! {
    async fn filters_are_all_to_hold(portal) {
        portal.code_for("noor").await;
        let mut ac1 = portal.staff("ac1").await;
        for (query, found) in [
            ("grade=10", vec!["Côté, Émile", "Étienne, Zoé"]),
            ("homeroom=11-A", vec!["N'Guessan, Noor"]),
            ("accounts=without", vec!["N'Guessan, Noor"]),
            ("accounts=with", vec!["Côté, Émile", "Étienne, Zoé"]),
            ("codes=with", vec!["N'Guessan, Noor"]),
            ("codes=without&grade=10", vec!["Côté, Émile", "Étienne, Zoé"]),
            ("grade=10&q=zoe", vec!["Étienne, Zoé"]),
            ("grade=10&accounts=without", vec![]),
            ("grade=%00&accounts=nonsense&page=-4&counsellor=x", vec!["Côté, Émile", "Étienne, Zoé", "N'Guessan, Noor"]),
        ] {
            let page = ac1.get(&format!("/staff/a/students?{query}")).await;
            assert_eq!(names(&page), found, "{query}");
        }
        let page = ac1.get("/staff/a/students").await;
        let carole = page.attributes("#counsellor option", "value").into_iter().zip(page.texts("#counsellor option")).find(|(_, name)| name == "Carole Un").unwrap().0;
        assert_eq!(names(&ac1.get(&format!("/staff/a/students?counsellor={carole}")).await), ["Côté, Émile", "N'Guessan, Noor"]);
    }
}

portal_test! {
    async fn an_empty_answer_says_which_filter_to_drop(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get("/staff/a/students?q=trembley&grade=10").await;
        assert!(page.has("Aucun élève ne correspond"));
        assert_eq!(page.link("10e année , retirer ce filtre").as_deref(), Some("/staff/a/students?q=trembley"));
        assert_eq!(page.link("Voir tous les élèves").as_deref(), Some("/staff/a/students"));
    }
}

portal_test! {
    async fn long_lists_are_paged_in_a_stable_order(portal) {
        portal.sql("UPDATE students SET school_id = (SELECT id FROM schools WHERE short_name = 'b')").await;
        for number in 0..60 {
            let id = format!("{:032x}", 0x0189_0000_0000_7000_8000_0000_0000_0000_u128 + number);
            let (id, blob) = match portal.portal.database.backend() {
                database::Backend::Sqlite => (format!("x'{id}'"), "x'01'"),
                database::Backend::Postgres => (format!("'{id}'"), "'\\x01'"),
            };
            portal.sql(&format!(
                "INSERT INTO students (id, school_id, sourced_id, number, given_name, family_name, search_key, sort_key, grade, homeroom, roster_at, created_at)
                 SELECT {id}, id, 's{number}', '{number}', 'Même', 'Nom', 'meme nom', {blob}, '9', '', 0, 0 FROM schools WHERE short_name = 'a'"
            )).await;
        }
        let mut ac1 = portal.staff("ac1").await;
        let mut seen = std::collections::BTreeSet::new();
        for (page, rows) in [(1, 25), (2, 25), (3, 10)] {
            let page = ac1.get(&format!("/staff/a/students?page={page}")).await;
            let links = page.attributes("td.end a", "href");
            assert_eq!(links.len(), rows);
            seen.extend(links);
            assert!(page.has("60 élèves"));
        }
        assert_eq!(seen.len(), 60, "each once, though all names are the same");
        let first = ac1.get("/staff/a/students").await;
        assert!(first.has("1 à 25 sur 60"));
        assert_eq!(first.link("Suivant").as_deref(), Some("/staff/a/students?page=2"));
        assert_eq!(ac1.get("/staff/a/students?page=99").await.status, 200);
    }
}

portal_test! {
    async fn a_name_is_shown_as_it_is_and_never_as_markup(portal) {
        portal.sql("UPDATE students SET given_name = '<img src=x onerror=alert(1)>', homeroom = '{{7*7}}' WHERE username = 'emile'").await;
        let mut ac1 = portal.staff("ac1").await;
        for path in ["/staff/a/students".to_owned(), portal.access_path("emile").await] {
            let page = ac1.get(&path).await;
            assert!(page.has("<img src=x onerror=alert(1)>") && page.has("{{7*7}}"), "{}", page.text());
            assert!(!page.html.contains("<img"));
        }
    }
}
