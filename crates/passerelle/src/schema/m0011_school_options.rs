super::change!(
    r"
CREATE TABLE school_options (
    school_id UUID NOT NULL REFERENCES schools (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    changed_by UUID REFERENCES staff (id),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, name)
);

CREATE TABLE school_logos (
    school_id UUID PRIMARY KEY REFERENCES schools (id),
    media_type TEXT NOT NULL,
    digest TEXT NOT NULL,
    image BYTEA NOT NULL,
    changed_at BIGINT NOT NULL
);

INSERT INTO school_options (school_id, name, value, changed_at)
SELECT id, 'code-life-days', CAST(code_life_days AS TEXT), roster_at FROM schools WHERE code_life_days IS NOT NULL;

ALTER TABLE schools DROP COLUMN code_life_days;
"
);
