super::change!(
    r"
CREATE TABLE code_batches (
    id UUID PRIMARY KEY,
    form_key TEXT NOT NULL UNIQUE,
    school_id UUID NOT NULL REFERENCES schools (id),
    made_by UUID NOT NULL REFERENCES staff (id),
    made_at BIGINT NOT NULL
);

CREATE TABLE activation_codes (
    id UUID PRIMARY KEY,
    student_id UUID NOT NULL REFERENCES students (id),
    batch_id UUID REFERENCES code_batches (id),
    lookup BYTEA NOT NULL UNIQUE,
    key_id BIGINT NOT NULL,
    sealed BYTEA,
    channel TEXT NOT NULL CHECK (channel IN ('screen', 'letter', 'email')),
    made_by UUID REFERENCES staff (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    disowned_at BIGINT,
    used_at BIGINT,
    used_by UUID REFERENCES guardians (id),
    deleted_at BIGINT,
    deleted_by UUID REFERENCES staff (id),
    CHECK (used_at IS NULL OR deleted_at IS NULL),
    CHECK ((used_at IS NULL) = (used_by IS NULL)),
    CHECK (used_at IS NULL OR sealed IS NULL)
);

CREATE INDEX activation_codes_unused ON activation_codes (student_id, expires_at) WHERE used_at IS NULL AND deleted_at IS NULL;

CREATE INDEX activation_codes_by_batch ON activation_codes (batch_id);
"
);
