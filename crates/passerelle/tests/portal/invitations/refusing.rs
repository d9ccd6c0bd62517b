//! « Ce n'est pas pour moi »: opening does nothing, the button voids the code and tells the school.

use std::time::Duration;

use super::{code_in, invite};

portal_test! {
    async fn a_stranger_refuses_in_one_step(portal) {
        let mut emile = portal.student("emile").await;
        invite(&mut emile, "maman@ex.org").await;
        let mail = &portal.mails().await[0];
        let mut stranger = portal.stranger();
        let page = stranger.get(&mail.links()[1]).await;
        assert_eq!((page.status, page.path.as_str()), (200, "/invitation"));
        assert_eq!(page.h1(), "Ce n'est pas pour moi");
        assert!(page.has("Émile (École A)"), "{}", page.text());
        assert_eq!(portal.count("activation_codes WHERE deleted_at IS NULL").await, 1, "opening does nothing");
        assert_eq!(portal.count("concerns").await, 0);
        for _ in 0..2 {
            let done = stranger.submit(&page, "Ce n'est pas pour moi", &[]).await;
            assert_eq!((done.status, done.h1().as_str()), (200, "Merci, c'est noté"));
        }
        assert_eq!(portal.count("activation_codes WHERE deleted_at IS NOT NULL AND deleted_by IS NULL AND sealed IS NULL").await, 1);
        assert_eq!(portal.count("outbox WHERE state = 'waiting'").await, 0);
        assert_eq!(portal.count("concerns WHERE kind = 'invitation-refused' AND raised_by = 'stranger'").await, 1);
        assert_eq!(portal.count("audit_events WHERE event = 'invitation-refused' AND actor_kind = 'stranger'").await, 1);
        portal.guardian("P0").await.add_child(&code_in(mail)).await.assert_refused(422, "Ce code ne peut pas servir.");
        assert!(emile.get("/student").await.has("Le code ne peut plus servir"));
        // They aren't written to again; after a month a mistake has healed itself.
        portal.later(Duration::from_secs(2 * 24 * 60 * 60));
        invite(&mut emile, "maman@ex.org").await.assert_refused(422, "La personne qui a cette adresse a répondu que l'invitation n'était pas pour elle.");
        let mut noor = portal.student("noor").await;
        assert!(invite(&mut noor, "maman@ex.org").await.has("C'est fait."));
        portal.later(Duration::from_secs(29 * 24 * 60 * 60));
        let mut emile = portal.student("emile").await;
        assert!(invite(&mut emile, "maman@ex.org").await.has("C'est fait."));
    }
}

portal_test! {
    async fn a_used_invitation_is_not_refused(portal) {
        let mut emile = portal.student("emile").await;
        invite(&mut emile, "maman@ex.org").await;
        let mail = &portal.mails().await[0];
        let mut stranger = portal.stranger();
        let page = stranger.get(&mail.links()[1]).await;
        let mut p0 = portal.guardian("P0").await;
        let question = p0.add_child(&code_in(mail)).await;
        p0.yes(&question).await;
        let done = stranger.submit(&page, "Ce n'est pas pour moi", &[]).await;
        assert_eq!(done.h1(), "Ce code a déjà servi");
        assert_eq!(portal.count("concerns").await + portal.count("invitations WHERE refused_at IS NOT NULL").await, 0);
        assert_eq!(portal.children_of("P0").await, ["Émile"]);
    }
}

portal_test! {
    /// A link that isn't whole leads to a page with a way on, and its button to nothing.
    async fn a_broken_link_refuses_nothing(portal) {
        let mut emile = portal.student("emile").await;
        invite(&mut emile, "maman@ex.org").await;
        let wrong = "0".repeat(64);
        for path in ["/invitation", "/invitation/abc", &format!("/invitation/{wrong}")] {
            let page = portal.stranger().get(path).await;
            assert_eq!((page.status, page.h1().as_str()), (200, "Ce lien ne mène à aucune invitation"));
        }
        let mut stranger = portal.stranger();
        stranger.get(&format!("/invitation/{wrong}")).await;
        assert_eq!(stranger.post("/invitation", &[]).await.status, 200);
        assert_eq!(portal.count("activation_codes WHERE deleted_at IS NULL").await, 1);
        assert_eq!(portal.count("concerns").await, 0);
    }
}
