super::change!(
    r"
ALTER TABLE invitations ADD COLUMN expires_at BIGINT NOT NULL DEFAULT 0;

CREATE TABLE invitation_locks (
    stripe BIGINT PRIMARY KEY
);

CREATE INDEX audit_events_of_options ON audit_events (school_id, at) WHERE event IN ('option-changed', 'logo-changed');
"
);
