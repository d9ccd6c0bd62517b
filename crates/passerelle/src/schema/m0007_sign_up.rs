super::change!(
    r"
CREATE TABLE sign_up_drafts (
    token_hash BYTEA PRIMARY KEY,
    code_id UUID NOT NULL REFERENCES activation_codes (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    guardian_id UUID REFERENCES guardians (id),
    opened_at BIGINT
);

CREATE INDEX sign_up_drafts_by_created ON sign_up_drafts (created_at);

CREATE TABLE add_child_drafts (
    id UUID PRIMARY KEY,
    guardian_id UUID NOT NULL REFERENCES guardians (id),
    code_id UUID NOT NULL REFERENCES activation_codes (id),
    created_at BIGINT NOT NULL
);

CREATE INDEX add_child_drafts_by_created ON add_child_drafts (created_at);
"
);
