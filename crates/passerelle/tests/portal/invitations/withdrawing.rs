//! « Annuler l'invitation »: its code dies.

use super::{code_in, invite};

portal_test! {
    async fn a_withdrawn_invitation_is_gone_and_its_code_with_it(portal) {
        let mut emile = portal.student("emile").await;
        let home = invite(&mut emile, "maman@ex.org").await;
        let code = code_in(&portal.mails().await[0]);
        let ask = emile.click(&home, "Annuler l'invitation, maman@ex.org").await;
        assert_eq!(ask.h1(), "Annuler cette invitation?");
        assert!(ask.has("maman@ex.org") && ask.has("Son code ne pourra plus servir."));
        assert_eq!(ask.link("Garder l'invitation").as_deref(), Some("/student"));
        assert_eq!(portal.count("activation_codes WHERE deleted_at IS NULL").await, 1, "asking does nothing");
        let done = emile.submit(&ask, "Annuler l'invitation", &[]).await;
        assert_eq!(done.path, "/student");
        assert!(done.has("L'invitation est annulée.") && !done.has("maman@ex.org") && done.has("Aucune invitation ouverte."), "{}", done.text());
        assert_eq!(portal.count("outbox WHERE state = 'cancelled'").await, 1);
        assert_eq!(portal.count("audit_events WHERE event = 'invitation-withdrawn'").await, 1);
        portal.guardian("P0").await.add_child(&code).await.assert_refused(422, "Ce code ne peut pas servir.");
        // Once more, from a page left open: a true answer.
        assert!(emile.submit(&ask, "Annuler l'invitation", &[]).await.has("Cette invitation était déjà terminée."));
        assert!(emile.get(&ask.path).await.has("Cette invitation était déjà terminée."));
        assert_eq!(portal.count("audit_events WHERE event = 'invitation-withdrawn'").await, 1);
        // The mail was counted: the same address waits until tomorrow.
        invite(&mut emile, "maman@ex.org").await.assert_refused(422, "Une même adresse");
    }
}

portal_test! {
    async fn a_used_invitation_cannot_be_withdrawn(portal) {
        let mut emile = portal.student("emile").await;
        let home = invite(&mut emile, "maman@ex.org").await;
        let ask = emile.click(&home, "Annuler l'invitation, maman@ex.org").await;
        let mut p0 = portal.guardian("P0").await;
        let question = p0.add_child(&code_in(&portal.mails().await[0])).await;
        p0.yes(&question).await;
        let done = emile.submit(&ask, "Annuler l'invitation", &[]).await;
        assert!(done.has("Ce code vient d'être utilisé"), "{}", done.text());
        assert!(emile.get(&ask.path).await.has("Ce code vient d'être utilisé"));
        assert_eq!(portal.children_of("P0").await, ["Émile"]);
        assert_eq!(portal.count("invitations WHERE withdrawn_at IS NOT NULL").await, 0);
        assert_eq!(portal.count("audit_events WHERE event = 'invitation-withdrawn'").await, 0);
    }
}

portal_test! {
    async fn nobody_withdraws_anothers_invitation(portal) {
        let mut emile = portal.student("emile").await;
        let home = invite(&mut emile, "maman@ex.org").await;
        let path = home.link("Annuler l'invitation, maman@ex.org").unwrap();
        let mut zoe = portal.student("zoe").await;
        assert_eq!(zoe.get(&path).await.status, 404);
        assert_eq!(zoe.post(&path, &[]).await.status, 404);
        assert_eq!(portal.count("activation_codes WHERE deleted_at IS NULL").await, 1);
    }
}
