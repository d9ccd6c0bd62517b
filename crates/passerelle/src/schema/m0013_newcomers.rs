super::change!(
    r"
ALTER TABLE guardianships ADD COLUMN channel TEXT NOT NULL DEFAULT 'screen';

ALTER TABLE guardianships ADD COLUMN removed_by_kind TEXT;

ALTER TABLE guardianships ADD COLUMN removed_by UUID;

ALTER TABLE guardianships ADD COLUMN removed_reason TEXT;

ALTER TABLE guardianships ADD COLUMN seen_by_student_at BIGINT;

CREATE INDEX guardianships_by_linked ON guardianships (student_id, linked_at) WHERE removed_at IS NULL;

ALTER TABLE students ADD COLUMN verification BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE link_requests (
    id UUID PRIMARY KEY,
    guardian_id UUID NOT NULL REFERENCES guardians (id),
    student_id UUID NOT NULL REFERENCES students (id),
    code_id UUID NOT NULL REFERENCES activation_codes (id),
    channel TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by UUID REFERENCES staff (id),
    accepted BOOLEAN
);

CREATE UNIQUE INDEX link_requests_open ON link_requests (student_id, guardian_id) WHERE decided_at IS NULL;

CREATE TABLE restrictions (
    id UUID PRIMARY KEY,
    student_id UUID NOT NULL REFERENCES students (id),
    guardian_id UUID REFERENCES guardians (id),
    email TEXT,
    email_key TEXT,
    note TEXT NOT NULL,
    made_by UUID NOT NULL REFERENCES staff (id),
    made_at BIGINT NOT NULL,
    lifted_by UUID REFERENCES staff (id),
    lifted_at BIGINT,
    CHECK (guardian_id IS NOT NULL OR email_key IS NOT NULL)
);

CREATE INDEX restrictions_in_force ON restrictions (student_id) WHERE lifted_at IS NULL;

CREATE TABLE concerns (
    id UUID PRIMARY KEY,
    school_id UUID NOT NULL REFERENCES schools (id),
    student_id UUID NOT NULL REFERENCES students (id),
    kind TEXT NOT NULL,
    guardian_id UUID REFERENCES guardians (id),
    raised_by TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    settled_by UUID REFERENCES staff (id),
    settled_at BIGINT
);

CREATE INDEX concerns_open ON concerns (school_id, raised_at) WHERE settled_at IS NULL;

CREATE INDEX concerns_by_student ON concerns (student_id);
"
);
