-- The same as version 5 of the SQLite file: which gate is to capture what, and since when.
ALTER TABLE outbox ADD COLUMN claimed_by TEXT;
ALTER TABLE outbox ADD COLUMN claimed_at BIGINT;
