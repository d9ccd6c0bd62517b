super::change!(
    r"
ALTER TABLE code_batches ADD COLUMN selection_id UUID;

ALTER TABLE code_batches ADD COLUMN renews UUID;

ALTER TABLE code_batches ADD COLUMN criteria TEXT;

ALTER TABLE code_batches ADD COLUMN each BIGINT;

ALTER TABLE code_batches ADD COLUMN job_id UUID;

CREATE INDEX code_batches_by_school ON code_batches (school_id, made_at, id);

ALTER TABLE activation_codes ADD COLUMN printed_at BIGINT;
"
);
