super::change!(
    r"
CREATE TABLE mailed_links (
    token_hash BYTEA PRIMARY KEY,
    purpose TEXT NOT NULL,
    person_kind TEXT NOT NULL CHECK (person_kind IN ('guardian', 'student', 'staff')),
    person_id UUID NOT NULL,
    email TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE INDEX mailed_links_by_person ON mailed_links (person_id, purpose);

CREATE INDEX mailed_links_by_expiry ON mailed_links (expires_at);
"
);
