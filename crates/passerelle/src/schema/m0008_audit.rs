super::change!(
    r"
CREATE TABLE audit_events (
    id UUID PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id UUID,
    event TEXT NOT NULL,
    school_id UUID,
    student_id UUID,
    details TEXT NOT NULL,
    address TEXT NOT NULL
);

CREATE INDEX audit_events_by_student ON audit_events (student_id, at);

CREATE INDEX audit_events_by_school ON audit_events (school_id, at);
"
);
