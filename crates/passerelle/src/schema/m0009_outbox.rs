super::change!(
    r"
CREATE TABLE outbox (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    about_id UUID,
    recipient TEXT NOT NULL,
    recipient_key TEXT NOT NULL,
    urgency BIGINT NOT NULL,
    key_id BIGINT NOT NULL,
    sealed BYTEA,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'given-up', 'cancelled')),
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    leased_until BIGINT,
    last_error TEXT,
    created_at BIGINT NOT NULL,
    finished_at BIGINT
);

CREATE INDEX outbox_waiting ON outbox (urgency, due_at, id) WHERE state = 'waiting';

CREATE INDEX outbox_about ON outbox (about_id);

CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE outbox_rate (
    id BIGINT PRIMARY KEY,
    minute BIGINT NOT NULL,
    used BIGINT NOT NULL
);

CREATE TABLE refused_addresses (
    address_key TEXT PRIMARY KEY,
    refused_at BIGINT NOT NULL,
    reason TEXT NOT NULL
);
"
);
