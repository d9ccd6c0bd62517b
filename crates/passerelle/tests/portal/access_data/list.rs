//! « Données d'accès du Portfolio du Parent/Gardien ».

use std::collections::BTreeSet;

use passerelle::{
    guardians::{self, Email, GuardianId, PersonName, store::NewGuardian},
    guardianships, random,
};
use sea_orm::{FromQueryResult, raw_sql};
use wording::Language;

use crate::support::{Page, TestPortal};

pub const LIST: &str = "/staff/a/accounts/access-data";

/// The guardian and the student of each row.
pub fn rows(page: &Page) -> Vec<(String, String)> {
    let names = page.texts("tbody th > span > span:last-child");
    let names = names.iter().map(|text| text.split(['@', '<']).next().unwrap().to_owned());
    let names =
        names.map(|text| text.rsplit_once(' ').map_or(text.clone(), |(name, _)| name.trim().to_owned()));
    names.zip(page.texts("tbody th + td")).collect()
}

/// Opens an account that nobody signs in to, linked to a student.
pub async fn linked(portal: &TestPortal, name: &str, email: &str, student: &str) {
    let (now, mut random) = (portal.portal.clock.now(), random::system());
    let (person, email) = (PersonName::parse(name).unwrap(), Email::parse(email).unwrap());
    let id = GuardianId::new(now, &mut random);
    let new =
        NewGuardian { id, name: &person, email: &email, password_hash: "-", language: Language::French };
    let student = portal.student_id(student).await;
    let tx = portal.portal.begin().await.unwrap();
    guardians::store::insert(&*tx, &new, now).await.unwrap();
    guardianships::link_quietly(&*tx, id, student, now, &mut random).await.unwrap();
    tx.commit().await.unwrap();
}

fn pair(guardian: &str, student: &str) -> (String, String) {
    (guardian.to_owned(), student.to_owned())
}

portal_test! {
    /// LST-01, LST-02, AUT-17: a row per child here, and nothing of another school.
    async fn every_account_stands_once_a_child_here(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let hub = ac1.get("/staff/a/accounts").await;
        assert_eq!(hub.h1(), "Gérer les comptes des parents/gardiens");
        assert!(hub.has("3 comptes"), "{}", hub.text());
        let page = ac1.click(&hub, "Données d'accès du Portfolio du Parent/Gardien").await;
        assert_eq!(page.h1(), "Données d'accès du Portfolio du Parent/Gardien");
        assert_eq!(rows(&page), [
            pair("Parent P1", "Côté, Émile"),
            pair("Parent P1", "Étienne, Zoé"),
            pair("Parent P2", "Côté, Émile"),
            pair("Parent P3", "Étienne, Zoé"),
        ]);
        assert!(page.has("4 liens, 3 comptes") && page.has("p3@familles.example") && page.has("à l'écran"));
        for foreign in ["Liam", "Fortin", "École B", "9-A"] {
            assert!(!page.html.contains(foreign), "{foreign}");
        }
        let mut bc = portal.staff("bc").await;
        let page = bc.get("/staff/b/accounts/access-data").await;
        assert_eq!(rows(&page), [pair("Parent P3", "Fortin, Liam")]);
        assert!(page.has("1 lien, 1 compte") && !page.html.contains("Zoé"));
        assert!(bc.get("/staff/b/accounts").await.has("1 compte"));
    }
}

portal_test! {
    async fn each_row_leads_to_the_student_and_to_removing_the_link(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get(LIST).await;
        assert_eq!(page.link("Côté, Émile"), Some(portal.access_path("emile").await));
        let remove = page.link("Retirer le lien entre Parent P3 et Zoé Étienne").unwrap();
        let student = portal.student_id("zoe").await;
        assert!(remove.starts_with(&format!("/staff/a/students/{student}/guardians/")) && remove.ends_with("/remove"));
    }
}

portal_test! {
    /// LST-04: accounts only.
    async fn codes_alone_are_not_in_the_list(portal) {
        portal.code_for("noor").await;
        portal.sql("UPDATE activation_codes SET sent_to = 'nobody@familles.example', channel = 'email'").await;
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get(LIST).await;
        assert_eq!(rows(&page).len(), 4);
        assert!(!page.html.contains("nobody@") && !page.has("Noor"));
    }
}

portal_test! {
    /// A removed link, and a student who left, stand there no longer.
    async fn what_ended_is_not_in_the_list(portal) {
        portal.sql("UPDATE guardianships SET removed_at = 1 WHERE student_id = (SELECT id FROM students WHERE username = 'emile')").await;
        let mut ac1 = portal.staff("ac1").await;
        assert_eq!(rows(&ac1.get(LIST).await), [pair("Parent P1", "Étienne, Zoé"), pair("Parent P3", "Étienne, Zoé")]);
        portal.sql("UPDATE students SET left_at = 1 WHERE username = 'zoe'").await;
        let page = ac1.get(LIST).await;
        assert!(page.has("Aucun compte pour le moment"));
        assert!(ac1.get("/staff/a/accounts").await.has("aucun compte pour le moment"));
    }
}

portal_test! {
    async fn rows_are_searched_and_filtered(portal) {
        linked(&portal, "Éloïse O’Brien", "el_o1@maison.example", "noor").await;
        portal.sql("UPDATE guardianships SET channel = 'letter' WHERE student_id = (SELECT id FROM students WHERE username = 'noor')").await;
        let mut ac1 = portal.staff("ac1").await;
        let eloise = vec![pair("Éloïse O'Brien", "N'Guessan, Noor")];
        let p3 = vec![pair("Parent P3", "Étienne, Zoé")];
        let zoe = vec![pair("Parent P1", "Étienne, Zoé"), p3[0].clone()];
        for (query, found) in [
            ("q=ELOISE+brien", eloise.clone()),
            ("q=p3%40familles.example", p3.clone()),
            ("q=etienne", zoe.clone()),
            ("q=noor&how=letter", eloise.clone()),
            ("q=%25", vec![]),
            ("q=_", eloise.clone()),
            ("q=%5C", vec![]),
            ("q=liam", vec![]),
            ("grade=11", eloise.clone()),
            ("homeroom=11-A", eloise.clone()),
            ("how=letter", eloise.clone()),
            ("how=email", vec![]),
            ("q=zoe&how=screen&grade=10&sort=-name", vec![p3[0].clone(), zoe[0].clone()]),
        ] {
            assert_eq!(rows(&ac1.get(&format!("{LIST}?{query}")).await), found, "{query}");
        }
        let all = ac1.get(&format!("{LIST}?how=x&grade=%00&sort=x&page=-2")).await;
        assert_eq!(rows(&all).len(), 5, "what isn't a choice counts as none");
        let none = ac1.get(&format!("{LIST}?q=zoe&how=email")).await;
        assert!(none.has("Aucun compte ne correspond"));
        assert_eq!(none.link("invitation , retirer ce filtre").as_deref(), Some("/staff/a/accounts/access-data?q=zoe"));
        assert_eq!(none.link("Voir tous les comptes").as_deref(), Some(LIST));
    }
}

portal_test! {
    /// LST-05: each row once, a stable order, accents where a reader looks for them.
    async fn long_lists_are_paged_and_sorted(portal) {
        for number in 0..52 {
            linked(&portal, "Même Nom", &format!("meme{number}@familles.example"), "noor").await;
        }
        for (name, email) in [("Zacharie Roy", "z"), ("Éva Roy", "e1"), ("Esther Roy", "e2"), ("Fanny Roy", "f")] {
            linked(&portal, name, &format!("{email}@familles.example"), "noor").await;
        }
        let mut ac1 = portal.staff("ac1").await;
        let first = ac1.get(LIST).await;
        assert!(first.has("60 liens") && first.has("1 à 25 sur 60"));
        let names: Vec<String> = rows(&first).into_iter().map(|row| row.0).take(4).collect();
        assert_eq!(names, ["Esther Roy", "Éva Roy", "Fanny Roy", "Même Nom"]);
        assert_eq!(first.attributes("thead th[aria-sort]", "aria-sort"), ["ascending"]);
        for sort in ["name", "-name", "student", "homeroom", "since", "-visit"] {
            let mut seen = BTreeSet::new();
            for (number, count) in [(1, 25), (2, 25), (3, 10)] {
                let page = ac1.get(&format!("{LIST}?sort={sort}&page={number}")).await;
                let links = page.attributes("td.end a", "href");
                assert_eq!(links.len(), count, "{sort} {number}");
                seen.extend(links);
            }
            assert_eq!(seen.len(), 60, "each once by {sort}");
        }
        assert_eq!(first.link("Suivant").as_deref(), Some("/staff/a/accounts/access-data?page=2"));
        let downwards = ac1.click(&first, "Parent/gardien ↑").await;
        assert_eq!(rows(&downwards)[0].0, "Zacharie Roy");
        assert_eq!(downwards.attributes("thead th[aria-sort]", "aria-sort"), ["descending"]);
        let past = ac1.get(&format!("{LIST}?page=99")).await;
        assert!(past.status == 200 && past.has("60 liens"));
    }
}

portal_test! {
    /// LST-07.
    async fn a_name_is_shown_and_never_run(portal) {
        linked(&portal, "<img src=x onerror=alert(1)>", "x@familles.example", "noor").await;
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get(&format!("{LIST}?q=onerror")).await;
        assert!(page.has("<img src=x onerror=alert(1)>"));
        assert!(!page.html.contains("<img"));
    }
}

portal_test! {
    async fn an_address_says_what_became_of_it(portal) {
        portal.sql("INSERT INTO refused_addresses (address_key, refused_at, reason) VALUES ('p2@familles.example', 1, '550')").await;
        portal.sql("UPDATE guardians SET email_confirmed_at = NULL WHERE email_key = 'p3@familles.example'").await;
        let mut ac1 = portal.staff("ac1").await;
        assert_eq!(ac1.get(LIST).await.texts("tbody .badge"), ["courriel refusé", "courriel non confirmé"]);
        let only = async |state: &str| rows(&portal.staff("ac1").await.get(&format!("{LIST}?email={state}")).await).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(only("confirmed").await, ["Parent P1", "Parent P1"]);
        assert_eq!(only("unconfirmed").await, ["Parent P3"]);
        assert_eq!(only("refused").await, ["Parent P2"]);
        assert_eq!(only("nonsense").await.len(), 4);
        let page = ac1.get(&format!("{LIST}?email=refused&grade=11")).await;
        assert_eq!(page.link("courriel refusé , retirer ce filtre").as_deref(), Some("/staff/a/accounts/access-data?grade=11"), "{}", page.text());
        // Its owner said that the account isn't theirs: that is a refusal, too.
        portal.sql("UPDATE guardians SET email_refused_at = 1, email = '' WHERE email_key = 'p3@familles.example'").await;
        assert_eq!(only("refused").await.len(), 2);
        assert_eq!(ac1.get(LIST).await.texts("tbody .badge"), ["courriel refusé", "courriel refusé"]);
    }
}

portal_test! {
    async fn a_renamed_guardian_is_found_under_the_new_name(portal) {
        linked(&portal, "Ancien Nom", "nom@familles.example", "noor").await;
        #[derive(FromQueryResult)]
        struct Named {
            id: GuardianId,
        }
        let found = Named::find_by_statement(raw_sql!(Postgres, "SELECT id FROM guardians WHERE name = 'Ancien Nom'"));
        let id = found.one(portal.portal.read()).await.unwrap().unwrap().id;
        let tx = portal.portal.begin().await.unwrap();
        guardians::store::rename(&*tx, id, &PersonName::parse("Zéphyr Nouveau").unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let mut ac1 = portal.staff("ac1").await;
        assert!(rows(&ac1.get(&format!("{LIST}?q=ancien")).await).is_empty());
        assert_eq!(rows(&ac1.get(&format!("{LIST}?q=zephyr")).await), [pair("Zéphyr Nouveau", "N'Guessan, Noor")]);
        assert_eq!(rows(&ac1.get(LIST).await).last().unwrap().0, "Zéphyr Nouveau");
    }
}
