super::change!(
    r"
ALTER TABLE activation_codes ADD COLUMN sent_to TEXT;

CREATE TABLE invitations (
    id UUID PRIMARY KEY,
    form_key TEXT NOT NULL UNIQUE,
    student_id UUID NOT NULL REFERENCES students (id),
    school_id UUID NOT NULL REFERENCES schools (id),
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    code_id UUID REFERENCES activation_codes (id),
    token_hash BYTEA NOT NULL UNIQUE,
    mail_id UUID,
    created_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    refused_at BIGINT
);

CREATE INDEX invitations_by_student ON invitations (student_id, created_at);

CREATE INDEX invitations_by_email ON invitations (email_key, created_at);

CREATE INDEX invitations_by_school ON invitations (school_id, created_at);

CREATE INDEX invitations_by_code ON invitations (code_id);
"
);
