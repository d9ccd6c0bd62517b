super::change!(
    r"
CREATE TABLE guardians (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    email_confirmed_at BIGINT,
    password_hash TEXT NOT NULL,
    language TEXT NOT NULL,
    last_visit_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE guardianships (
    id UUID PRIMARY KEY,
    guardian_id UUID NOT NULL REFERENCES guardians (id),
    student_id UUID NOT NULL REFERENCES students (id),
    linked_at BIGINT NOT NULL,
    removed_at BIGINT,
    UNIQUE (guardian_id, student_id)
);

CREATE INDEX guardianships_by_student ON guardianships (student_id) WHERE removed_at IS NULL;
"
);
