super::change!(
    r"
CREATE TABLE sessions (
    token_hash BYTEA PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('guardian', 'student', 'staff')),
    person_id UUID NOT NULL,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL
);

CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE INDEX sessions_by_last_seen ON sessions (last_seen_at);

CREATE TABLE known_devices (
    token_hash BYTEA NOT NULL,
    person_id UUID NOT NULL,
    last_seen_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash, person_id)
);

CREATE TABLE throttles (
    subject BYTEA PRIMARY KEY,
    empty_at BIGINT NOT NULL
);

CREATE INDEX throttles_by_empty ON throttles (empty_at);
"
);
