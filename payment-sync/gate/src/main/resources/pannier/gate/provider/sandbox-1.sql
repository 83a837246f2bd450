-- The sandbox provider's book: one row for each key that it ever heard of.
CREATE TABLE payment (
  key          TEXT PRIMARY KEY,
  state        TEXT NOT NULL CHECK (state IN ('AUTHORISED', 'REFUSED', 'CAPTURED', 'CANCELLED')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  currency     TEXT NOT NULL,
  reference    TEXT NOT NULL UNIQUE,
  reason       TEXT NOT NULL
) STRICT;
