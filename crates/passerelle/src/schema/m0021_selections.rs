super::change!(
    r"
CREATE TABLE selections (
    id UUID PRIMARY KEY,
    form_key TEXT NOT NULL UNIQUE,
    school_id UUID NOT NULL REFERENCES schools (id),
    made_by UUID NOT NULL REFERENCES staff (id),
    made_at BIGINT NOT NULL,
    criteria TEXT NOT NULL,
    fixed_at BIGINT
);

CREATE INDEX selections_by_age ON selections (made_at);

CREATE TABLE selection_students (
    selection_id UUID NOT NULL REFERENCES selections (id) ON DELETE CASCADE,
    student_id UUID NOT NULL REFERENCES students (id) ON DELETE CASCADE,
    PRIMARY KEY (selection_id, student_id)
);

CREATE INDEX selection_students_by_student ON selection_students (student_id);

CREATE INDEX students_by_language ON students (school_id, home_language);
"
);
