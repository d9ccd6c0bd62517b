super::change!(
    r"
CREATE TABLE jobs (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    form_key TEXT NOT NULL UNIQUE,
    scope UUID NOT NULL,
    made_by UUID,
    made_at BIGINT NOT NULL,
    task TEXT NOT NULL,
    state TEXT NOT NULL,
    total BIGINT NOT NULL,
    done BIGINT NOT NULL,
    place TEXT,
    outcome TEXT,
    problem TEXT,
    cancel_asked_at BIGINT,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    lease UUID,
    leased_until BIGINT,
    started_at BIGINT,
    finished_at BIGINT
);

CREATE INDEX jobs_due ON jobs (due_at, id) WHERE state IN ('waiting', 'running');

CREATE INDEX jobs_by_scope ON jobs (scope, made_at, id);

CREATE INDEX jobs_unfinished_by_maker ON jobs (made_by) WHERE state IN ('waiting', 'running');

CREATE INDEX jobs_by_end ON jobs (finished_at);

CREATE TABLE kept_files (
    id UUID PRIMARY KEY,
    owner UUID NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    keep_until BIGINT NOT NULL,
    UNIQUE (owner, position)
);

CREATE INDEX kept_files_by_end ON kept_files (keep_until);

CREATE TABLE kept_file_parts (
    file_id UUID NOT NULL REFERENCES kept_files (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    key_id BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (file_id, number)
);
"
);
