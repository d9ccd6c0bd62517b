//! « Créer des codes d'activation pour les parents/gardiens »: from the criteria to the batch.

use crate::support::{Page, Person, TestPortal};

const USABLE: &str = "activation_codes WHERE used_at IS NULL AND deleted_at IS NULL";

/// The list of step 2, for a class or, without one, for everybody.
async fn list(counsellor: &mut Person, class: &str) -> Page {
    let hub = counsellor.get("/staff/a/accounts").await;
    let page = counsellor.click(&hub, "Créer des codes d'activation pour les parents/gardiens").await;
    assert!(page.has("Tous les élèves qui n'ont pas encore de code"), "{}", page.text());
    assert!(
        page.has("Créer des comptes pour un élève individu ou pour un groupe d'élèves"),
        "{}",
        page.text()
    );
    counsellor.post("/staff/a/codes/new", &[("homeroom", class), ("form_key", "")]).await
}

/// Everybody of a class gets so many codes; gives the job's page before and after the work.
async fn make(portal: &TestPortal, counsellor: &mut Person, class: &str, count: &str) -> (Page, Page) {
    let page = list(counsellor, class).await;
    let page = counsellor.submit(&page, "Sélectionner tout", &[]).await;
    let summary = counsellor.submit(&page, "Soumettre", &[]).await;
    let job = counsellor.submit(&summary, "Soumettre", &[("Nombre de codes par élève", count)]).await;
    portal.work().await;
    let done = counsellor.get(&job.path).await;
    (job, done)
}

portal_test! {
    async fn everybody_of_the_school_gets_a_code_and_nobody_else_does(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let page = list(&mut ac1, "").await;
        assert!(page.has("3 élèves"), "{}", page.text());
        let page = ac1.submit(&page, "Sélectionner tout", &[]).await;
        assert!(page.has("3 élèves sélectionnés"), "{}", page.text());
        let summary = ac1.submit(&page, "Soumettre", &[]).await;
        assert!(summary.has("3 codes seront créés, pour 3 élèves."), "{}", summary.text());
        let job = ac1.submit(&summary, "Soumettre", &[]).await;
        assert_eq!(portal.count(USABLE).await, 0, "the work hasn't begun");
        assert!(ac1.get("/staff/a").await.has("1 travail en cours"));
        portal.work().await;
        let done = ac1.get(&job.path).await;
        assert!(done.has("3 codes créés pour 3 élèves"), "{}", done.text());
        assert_eq!(portal.count(USABLE).await, 3);
        let foreign = "activation_codes c JOIN students st ON st.id = c.student_id JOIN schools s ON s.id = st.school_id WHERE s.short_name <> 'a'";
        assert_eq!(portal.count(foreign).await, 0);
        assert_eq!(portal.count("audit_events WHERE event = 'codes-created'").await, 3);
        let batch = ac1.click(&done, "Voir le lot de codes").await;
        assert!(batch.has("Tous les élèves"), "{}", batch.text());
        // The codes are those that each student's page shows.
        assert_eq!(ac1.get(&portal.access_path("emile").await).await.codes().len(), 1);
        assert!(!ac1.get("/staff/a").await.has("travail en cours"));
    }
}

portal_test! {
    async fn all_pages_are_chosen_and_ticks_stay_from_page_to_page(portal) {
        portal.more_students(60).await;
        let mut ac1 = portal.staff("ac1").await;
        let page = list(&mut ac1, "11-C").await;
        assert!(page.has("60 élèves"), "{}", page.text());
        // Two on the first page, then on to the third.
        let ids = page.attributes("input[name=ticked]", "value");
        assert_eq!(ids.len(), 25);
        let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("shown", id.as_str())).collect();
        fields.extend([("ticked", ids[0].as_str()), ("ticked", &ids[3]), ("page", "1"), ("do", "page-3")]);
        let path = page.path.clone();
        let third = ac1.post(&path, &fields).await;
        assert!(third.path.ends_with("?page=3"), "{}", third.path);
        assert!(third.has("2 élèves sélectionnés"), "{}", third.text());
        let first = ac1.get(&format!("{path}?page=1")).await;
        assert_eq!(first.attributes("input[name=ticked][checked]", "value"), [ids[0].clone(), ids[3].clone()]);
        // All, then one less.
        let all = ac1.submit(&first, "Sélectionner tout", &[]).await;
        assert!(all.has("60 élèves sélectionnés"), "{}", all.text());
        let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("shown", id.as_str())).collect();
        fields.extend(ids[1..].iter().map(|id| ("ticked", id.as_str())));
        fields.push(("do", "submit"));
        let summary = ac1.post(&path, &fields).await;
        assert!(summary.has("59 codes seront créés, pour 59 élèves."), "{}", summary.text());
        // Now it stands: a late tick in another tab changes nothing.
        let late = ac1.post(&path, &[("do", "all")]).await;
        assert!(late.path.contains("/summary/"), "{}", late.path);
        assert_eq!(portal.count("selection_students").await, 59);
    }
}

portal_test! {
    async fn nobody_is_never_everybody(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let page = list(&mut ac1, "").await;
        let refused = ac1.submit(&page, "Soumettre", &[]).await;
        refused.assert_refused(422, "Cochez au moins un élève, ou choisissez « Sélectionner tout ».");
        assert_eq!(portal.count("jobs").await + portal.count(USABLE).await, 0);
    }
}

portal_test! {
    async fn a_student_ticked_five_times_gets_one_code_and_a_stranger_refuses_all(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let page = list(&mut ac1, "").await;
        let (emile, liam) = (portal.student_id("emile").await.to_string(), portal.student_id("liam").await.to_string());
        let refused = ac1.post(&page.path, &[("ticked", &emile), ("ticked", &liam), ("do", "submit")]).await;
        refused.assert_refused(422, "Un des élèves cochés n'est pas à cette école.");
        assert_eq!(portal.count("selection_students").await, 0);
        let mut fields = vec![("ticked", emile.as_str()); 5];
        fields.push(("do", "submit"));
        let summary = ac1.post(&page.path, &fields).await;
        assert!(summary.has("1 code sera créé, pour 1 élève."), "{}", summary.text());
        ac1.submit(&summary, "Soumettre", &[]).await;
        portal.work().await;
        assert_eq!(portal.count(USABLE).await, 1);
    }
}

portal_test! {
    async fn a_double_click_and_a_reload_make_one_batch(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let page = list(&mut ac1, "").await;
        let page = ac1.submit(&page, "Sélectionner tout", &[]).await;
        let summary = ac1.submit(&page, "Soumettre", &[]).await;
        let first = ac1.submit(&summary, "Soumettre", &[]).await;
        portal.work().await;
        let again = ac1.submit(&summary, "Soumettre", &[]).await;
        portal.work().await;
        assert_eq!(first.path, again.path);
        assert_eq!((portal.count("jobs").await, portal.count("code_batches").await, portal.count(USABLE).await), (1, 1, 3));
    }
}

portal_test! {
    async fn who_has_left_or_holds_too_many_is_named_and_the_others_get_theirs(portal) {
        portal.codes_for("zoe", 9).await;
        let mut ac1 = portal.staff("ac1").await;
        let page = list(&mut ac1, "").await;
        let page = ac1.submit(&page, "Sélectionner tout", &[]).await;
        let summary = ac1.submit(&page, "Soumettre", &[]).await;
        let job = ac1.submit(&summary, "Soumettre", &[("Nombre de codes par élève", "2")]).await;
        portal.sql("UPDATE students SET left_at = 1 WHERE username = 'noor'").await;
        portal.work().await;
        let done = ac1.get(&job.path).await;
        assert!(done.has("2 codes créés pour 1 élève"), "{}", done.text());
        assert!(done.has("2 élèves laissés de côté"), "{}", done.text());
        assert!(done.has("A quitté l'école depuis."), "{}", done.text());
        assert!(done.has("A déjà trop de codes inutilisés."), "{}", done.text());
        assert_eq!(portal.count(USABLE).await, 11, "none of Zoé's nine was retired");
    }
}

portal_test! {
    async fn only_those_without_a_code_get_one_where_that_is_asked(portal) {
        portal.code_for("zoe").await;
        let mut ac1 = portal.staff("ac1").await;
        let page = list(&mut ac1, "").await;
        let page = ac1.submit(&page, "Sélectionner tout", &[]).await;
        let summary = ac1.submit(&page, "Soumettre", &[]).await;
        assert!(summary.has("Seulement ceux qui n'ont pas de code inutilisé : 2 élèves"), "{}", summary.text());
        let counted = ac1.get(&format!("{}?count=3&who=without", summary.path)).await;
        assert!(counted.has("6 codes seront créés, pour 2 élèves."), "{}", counted.text());
        let job = ac1.submit(&counted, "Soumettre", &[]).await;
        portal.work().await;
        let done = ac1.get(&job.path).await;
        assert!(done.has("6 codes créés pour 2 élèves") && done.has("1 élève avait déjà un code inutilisé."), "{}", done.text());
        assert_eq!(portal.count(USABLE).await, 7);
    }
}

portal_test! {
    async fn those_nothing_leads_here_are_one_click_away(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get("/staff/a/codes/new").await;
        // Noor alone has neither an account nor a code.
        assert!(page.has("1 élève n'a ni compte parent/gardien ni code inutilisé."), "{}", page.text());
        let summary = ac1.submit(&page, "Choisir ces élèves", &[]).await;
        assert!(summary.has("1 code sera créé, pour 1 élève."), "{}", summary.text());
    }
}

portal_test! {
    async fn a_count_that_is_none_is_refused(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let page = list(&mut ac1, "").await;
        let page = ac1.submit(&page, "Sélectionner tout", &[]).await;
        let summary = ac1.submit(&page, "Soumettre", &[]).await;
        for typed in ["0", "-1", "1.5", "abc", "11", "1000000000", "３", ""] {
            let refused = ac1.submit(&summary, "Soumettre", &[("Nombre de codes par élève", typed)]).await;
            refused.assert_refused(422, "Choisissez un nombre de 1 à 10.");
        }
        assert_eq!(portal.count("jobs").await, 0);
    }
}

portal_test! {
    async fn renewing_replaces_what_nobody_used_and_only_that(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let (_, done) = make(&portal, &mut ac1, "", "1").await;
        let old = ac1.get(&portal.access_path("emile").await).await.codes().remove(0);
        let used = ac1.get(&portal.access_path("noor").await).await.codes().remove(0);
        let mut p0 = portal.guardian("P0").await;
        let question = p0.add_child(&used).await;
        p0.yes(&question).await;
        let batch = ac1.click(&done, "Voir le lot de codes").await;
        let question = ac1.click(&batch, "Renouveler les codes inutilisés").await;
        assert!(question.has("2 codes inutilisés ou expirés cesseront de servir"), "{}", question.text());
        let job = ac1.submit(&question, "Renouveler", &[]).await;
        portal.work().await;
        let renewed = ac1.get(&job.path).await;
        assert!(renewed.has("2 codes renouvelés"), "{}", renewed.text());
        let new = ac1.get(&portal.access_path("emile").await).await.codes();
        assert_eq!(new.len(), 1);
        assert_ne!(new[0], old);
        assert_eq!(portal.children_of("P0").await, ["Noor"]);
        let refused = portal.guardian("P2").await.add_child(&old).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert_eq!(portal.count(USABLE).await, 2);
    }
}

portal_test! {
    async fn voiding_ends_what_nobody_used_and_only_that(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let other = portal.code_for("emile").await;
        let (_, done) = make(&portal, &mut ac1, "", "2").await;
        let batch = ac1.click(&done, "Voir le lot de codes").await;
        let question = ac1.click(&batch, "Annuler les codes inutilisés").await;
        let job = ac1.submit(&question, "Annuler ces codes", &[]).await;
        portal.work().await;
        assert!(ac1.get(&job.path).await.has("6 codes annulés"));
        assert_eq!(portal.count(USABLE).await, 1);
        assert_eq!(ac1.get(&portal.access_path("emile").await).await.codes(), [other]);
        assert_eq!(portal.count("audit_events WHERE event = 'code-deleted'").await, 6);
        let batch = ac1.get(&batch.path).await;
        assert!(batch.link("Annuler les codes inutilisés").is_none());
    }
}

portal_test! {
    async fn batches_are_listed_with_what_became_of_them(portal) {
        let mut ac1 = portal.staff("ac1").await;
        assert!(ac1.get("/staff/a/codes/batches").await.has("Aucun lot pour l'instant"));
        make(&portal, &mut ac1, "10-A", "2").await;
        let listed = portal.staff("ac2").await.get("/staff/a/codes/batches").await;
        assert!(listed.has("Classe : 10-A"), "{}", listed.text());
        assert!(!portal.staff("bc").await.get("/staff/b/codes/batches").await.has("10-A"));
    }
}
