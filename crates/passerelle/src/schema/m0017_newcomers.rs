super::change!(
    r"
UPDATE guardianships SET seen_by_student_at = linked_at;

CREATE INDEX link_requests_by_guardian ON link_requests (guardian_id, asked_at);

CREATE INDEX restrictions_by_email ON restrictions (email_key) WHERE lifted_at IS NULL;
"
);
