super::change!(
    r"
CREATE TABLE staff (
    id UUID PRIMARY KEY,
    sourced_id TEXT UNIQUE,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    password_hash TEXT,
    active BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE staff_roles (
    id UUID PRIMARY KEY,
    staff_id UUID NOT NULL REFERENCES staff (id),
    role TEXT NOT NULL CHECK (role IN ('counsellor', 'school-administrator', 'district-administrator')),
    district_id UUID NOT NULL REFERENCES districts (id),
    school_id UUID REFERENCES schools (id),
    origin TEXT NOT NULL CHECK (origin IN ('roster', 'hand')),
    CHECK ((role = 'district-administrator') = (school_id IS NULL))
);

CREATE UNIQUE INDEX staff_roles_school ON staff_roles (staff_id, role, school_id) WHERE school_id IS NOT NULL;

CREATE UNIQUE INDEX staff_roles_district ON staff_roles (staff_id, district_id) WHERE school_id IS NULL;
"
);
