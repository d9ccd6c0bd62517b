portal_test! {
    async fn without_a_server_mail_waits_and_administrators_know(portal) {
        portal.write_mail("marie@ex.org").await;
        assert!(passerelle::mail::round(&portal.portal).await.unwrap().is_none());
        assert_eq!(portal.count("outbox WHERE state = 'waiting'").await, 1);
        let sentence = "Aucun serveur de courriel n'est configuré";
        assert!(portal.staff("aa").await.get("/staff/a").await.has(sentence));
        assert!(portal.staff("da").await.get("/staff/a").await.has(sentence));
        assert!(!portal.staff("ac1").await.get("/staff/a").await.has(sentence));
        let portal = portal.with_settings(&["smtp_url=smtp://localhost:1", "mail_from=portail@conseil.example"]).await;
        assert!(!portal.staff("aa").await.get("/staff/a").await.has(sentence));
    }
}

portal_test! {
    async fn only_a_demonstration_shows_its_mail(portal) {
        let id = portal.write_mail("marie@ex.org").await;
        for path in ["/demo/mail".to_owned(), format!("/demo/mail/{id}"), format!("/demo/mail/{id}/html")] {
            assert_eq!(portal.staff("da").await.get(&path).await.status, 404, "{path}");
        }
        let portal = portal.into_demonstration().await;
        portal.deliver().await;
        let mut reader = portal.stranger();
        let list = reader.get("/demo/mail").await;
        assert!(list.has("Essai du courriel de Passerelle") && list.has("marie@ex.org"));
        let mail = reader.click(&list, "Essai du courriel de Passerelle").await;
        assert!(mail.has("S'il vous est parvenu"));
        assert_eq!(mail.attributes("[data-mail] a", "href"), ["http://127.0.0.1:8080/parent"]);
        let html = reader.click(&mail, "Voir la version mise en page").await;
        assert_eq!(html.attributes("a", "href"), ["http://127.0.0.1:8080/parent"]);
        assert_eq!(portal.count("outbox WHERE state = 'sent'").await, 1);
    }
}
