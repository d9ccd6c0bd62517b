super::change!(
    r"
CREATE TABLE districts (
    id UUID PRIMARY KEY,
    sourced_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    code_life_days BIGINT NOT NULL DEFAULT 180
);

CREATE TABLE schools (
    id UUID PRIMARY KEY,
    district_id UUID NOT NULL REFERENCES districts (id),
    sourced_id TEXT NOT NULL UNIQUE,
    short_name TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    code_life_days BIGINT,
    roster_at BIGINT NOT NULL
);
"
);
