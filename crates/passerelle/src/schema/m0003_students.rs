super::change!(
    r"
CREATE TABLE students (
    id UUID PRIMARY KEY,
    school_id UUID NOT NULL REFERENCES schools (id),
    sourced_id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    search_key TEXT NOT NULL,
    sort_key BYTEA NOT NULL,
    grade TEXT NOT NULL,
    homeroom TEXT NOT NULL,
    counsellor_id UUID REFERENCES staff (id),
    birth_on TEXT,
    username TEXT UNIQUE,
    password_hash TEXT,
    home_language TEXT,
    address TEXT,
    guardian_email TEXT,
    roster_at BIGINT NOT NULL,
    left_at BIGINT,
    created_at BIGINT NOT NULL
);

CREATE INDEX students_by_school ON students (school_id, sort_key, id) WHERE left_at IS NULL;

CREATE INDEX students_by_counsellor ON students (counsellor_id);
"
);
