-- The cart's outbox, version 1: one row for each attempt, with the very bytes that are sent.
CREATE TABLE attempt (
  trip_id     TEXT NOT NULL,
  attempt     INTEGER NOT NULL,
  bill_digest TEXT NOT NULL,
  message     BLOB NOT NULL,
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  reply       BLOB,
  PRIMARY KEY (trip_id, attempt)
) STRICT;
CREATE INDEX open_attempts ON attempt (trip_id, attempt) WHERE reply IS NULL;
