use sea_orm::ConnectionTrait as _;

portal_test! {
    /// Not even the operator's own hand changes a row or takes one away.
    async fn rows_are_only_ever_added(portal) {
        portal.code_for("emile").await;
        let before = portal.count("audit_events").await;
        assert!(before > 1);
        let writer = portal.portal.database.writer();
        for statement in ["UPDATE audit_events SET event = 'x'", "DELETE FROM audit_events", "DELETE FROM audit_events WHERE event = 'codes-created'"] {
            let error = writer.execute_unprepared(statement).await.unwrap_err().to_string();
            assert!(error.contains("audit events are only added"), "{statement}: {error}");
        }
        let postgres = portal.portal.config.database_url.starts_with("postgres");
        assert!(!postgres || writer.execute_unprepared("TRUNCATE audit_events").await.is_err());
        assert_eq!(portal.count("audit_events").await, before);
        assert_eq!(portal.count("audit_events WHERE event = 'x'").await, 0);
    }
}
