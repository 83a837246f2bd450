-- Version 5: which gate is to capture what, and since when; NULL where a gate has its file alone.
-- The columns are here, too, as a backup goes from either kind of database to the other.
ALTER TABLE outbox ADD COLUMN claimed_by TEXT;
ALTER TABLE outbox ADD COLUMN claimed_at INTEGER;
