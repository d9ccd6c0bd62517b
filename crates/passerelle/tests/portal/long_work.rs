//! Long work: followed, left, taken up again, never done twice.

use std::time::Duration;

use crate::support::{Page, Person, TestPortal};

/// A job that makes codes for a whole class of many.
async fn begin(portal: &TestPortal, counsellor: &mut Person, students: usize) -> Page {
    portal.more_students(students).await;
    let list = counsellor.post("/staff/a/codes/new", &[("homeroom", "11-C")]).await;
    let list = counsellor.submit(&list, "Sélectionner tout", &[]).await;
    let summary = counsellor.submit(&list, "Soumettre", &[]).await;
    counsellor.submit(&summary, "Soumettre", &[]).await
}

portal_test! {
    async fn a_job_is_followed_without_script_and_with_it(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let job = begin(&portal, &mut ac1, 3).await;
        assert!(job.has("Le travail va commencer."), "{}", job.text());
        assert!(job.html.contains("http-equiv=\"refresh\""));
        portal.work().await;
        let events = ac1.get(&format!("{}/events", job.path)).await;
        assert!(events.html.contains("event: over"), "{}", events.html);
        let done = ac1.get(&job.path).await;
        assert!(!done.html.contains("http-equiv"), "nothing changes any more");
        let list = ac1.get("/staff/a/jobs").await;
        assert!(list.has("Création des codes") && list.has("Terminé"), "{}", list.text());
        assert!(ac1.get("/staff/a").await.has("Création des codes"), "home lists it");
        // Another school's job doesn't exist.
        assert_eq!(portal.staff("bc").await.get(&job.path.replace("/a/", "/b/")).await.status, 404);
    }
}

portal_test! {
    async fn what_is_left_can_be_cancelled(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let job = begin(&portal, &mut ac1, 3).await;
        let asked = ac1.submit(&job, "Annuler ce qui reste", &[]).await;
        assert!(asked.has("Ce qui reste va être annulé."), "{}", asked.text());
        portal.work().await;
        let over = ac1.get(&job.path).await;
        assert!(over.has("Le reste a été annulé"), "{}", over.text());
        assert_eq!(portal.count("activation_codes").await, 0);
        assert_eq!(portal.count("audit_events WHERE event = 'job-cancelled'").await, 1);
    }
}

portal_test! {
    async fn a_killed_process_loses_its_lease_and_nothing_is_done_twice(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let job = begin(&portal, &mut ac1, 5).await;
        // Another process has it, and died.
        portal.sql("UPDATE jobs SET state = 'running', leased_until = due_at + 60000, started_at = due_at").await;
        assert_eq!(portal.work().await, 0, "it is the other's for a while");
        portal.later(Duration::from_secs(61));
        portal.work().await;
        assert!(ac1.get(&job.path).await.has("5 codes créés pour 5 élèves"));
        assert_eq!(portal.work().await, 0);
        assert_eq!(portal.count("activation_codes").await, 5);
    }
}

portal_test! {
    async fn two_processes_at_once_make_every_code_once(portal) {
        let mut ac1 = portal.staff("ac1").await;
        begin(&portal, &mut ac1, 40).await;
        let (one, other) = (portal.clone(), portal.clone());
        tokio::join!(one.work(), other.work());
        assert_eq!(portal.count("activation_codes").await, 40);
        assert_eq!(portal.count("jobs WHERE state = 'done' AND done = 40").await, 1);
    }
}

portal_test! {
    async fn what_breaks_is_tried_again_and_then_left_with_a_way_on(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let job = begin(&portal, &mut ac1, 3).await;
        portal.sql("ALTER TABLE activation_codes RENAME TO away").await;
        for _ in 0..6 {
            portal.work().await;
            portal.later(Duration::from_secs(60));
        }
        portal.sql("ALTER TABLE away RENAME TO activation_codes").await;
        let failed = ac1.get(&job.path).await;
        assert!(failed.has("Une erreur s'est produite plusieurs fois de suite."), "{}", failed.text());
        assert_eq!(portal.count("activation_codes").await, 0);
        let again = ac1.submit(&failed, "Réessayer", &[]).await;
        portal.work().await;
        assert!(ac1.get(&again.path).await.has("3 codes créés pour 3 élèves"));
    }
}

portal_test! {
    async fn work_of_another_version_is_left_with_a_sentence(portal) {
        let mut ac1 = portal.staff("ac1").await;
        let job = begin(&portal, &mut ac1, 3).await;
        portal.sql("UPDATE jobs SET task = '{}'").await;
        portal.work().await;
        assert!(ac1.get(&job.path).await.has("Ce travail a été demandé à une autre version du portail"));
    }
}
