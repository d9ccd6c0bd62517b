super::change!(
    r"
ALTER TABLE guardians ADD COLUMN closed_at BIGINT;

ALTER TABLE guardians ADD COLUMN email_refused_at BIGINT;

ALTER TABLE students ADD COLUMN email TEXT;

ALTER TABLE students ADD COLUMN password_temporary BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE sessions ADD COLUMN id UUID;

CREATE INDEX audit_events_by_actor ON audit_events (actor_id, at);
"
);
