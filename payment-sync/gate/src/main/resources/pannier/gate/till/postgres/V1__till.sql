-- The same as the file of SQLite beside this folder.
-- Cash at a staffed till. Amounts in minor units, times in milliseconds since 1970 by the gate's clock.
-- ASKED: the gate waits for it. TAKEN: it is in the till. OWED: it was taken, and the bill was given
-- up meanwhile. RETURNED: it was handed out again.
CREATE TABLE payment (
  key          TEXT PRIMARY KEY,
  state        TEXT NOT NULL
    CHECK (state IN ('ASKED', 'TAKEN', 'CAPTURED', 'REFUSED', 'CANCELLED', 'OWED', 'RETURNED')),
  amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
  taken_minor  BIGINT NOT NULL DEFAULT 0 CHECK (taken_minor >= 0),
  currency     TEXT NOT NULL,
  staff        TEXT NOT NULL DEFAULT '',
  at           BIGINT NOT NULL
);

-- What goes back in cash, until somebody has handed it out.
CREATE TABLE refund (
  refund_key   TEXT PRIMARY KEY,
  key          TEXT NOT NULL REFERENCES payment (key),
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  staff        TEXT NOT NULL DEFAULT '',
  at           BIGINT NOT NULL
);
