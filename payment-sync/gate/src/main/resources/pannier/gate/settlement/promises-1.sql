-- What a gate let out on its own word, until ledger and provider know of it. FAILED: the trip was
-- decided otherwise meanwhile; staff must look.
CREATE TABLE promise (
  trip_id     TEXT NOT NULL,
  attempt     INTEGER NOT NULL,
  request     BLOB NOT NULL,
  total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
  state       TEXT NOT NULL CHECK (state IN ('WAITING', 'SETTLED', 'UNCOLLECTED', 'FAILED')),
  PRIMARY KEY (trip_id, attempt)
) STRICT;
CREATE INDEX waiting ON promise (state) WHERE state = 'WAITING';
