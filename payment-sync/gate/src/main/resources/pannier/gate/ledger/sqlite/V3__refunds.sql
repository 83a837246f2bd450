-- Version 3: what discounts are made of, remarks on receipts, disputes and refunds.

ALTER TABLE settlement ADD COLUMN notes TEXT NOT NULL DEFAULT ''; -- short codes with spaces between

CREATE TABLE reduction (
  trip_id      TEXT NOT NULL,
  attempt      INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  place        INTEGER NOT NULL,
  name         TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (trip_id, attempt, position, place),
  FOREIGN KEY (trip_id, attempt, position) REFERENCES line (trip_id, attempt, position)
) STRICT;

-- What the shopper says is wrong with a line, until staff decide it.
CREATE TABLE dispute (
  dispute_id TEXT PRIMARY KEY,
  trip_id    TEXT NOT NULL,
  attempt    INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  said       TEXT NOT NULL,
  opened_at  INTEGER NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('OPEN', 'GRANTED', 'REFUSED')),
  decided_by TEXT,
  decided_at INTEGER,
  FOREIGN KEY (trip_id, attempt, position) REFERENCES line (trip_id, attempt, position),
  CHECK ((state = 'OPEN') = (decided_by IS NULL)),
  CHECK ((state = 'OPEN') = (decided_at IS NULL))
) STRICT;

-- Money that goes back, by line, with who allowed it. Rows are never changed or removed.
CREATE TABLE refund (
  refund_id    TEXT PRIMARY KEY,
  trip_id      TEXT NOT NULL,
  attempt      INTEGER NOT NULL,
  number       INTEGER NOT NULL CHECK (number >= 1), -- of this settlement
  position     INTEGER NOT NULL,
  pieces       INTEGER NOT NULL CHECK (pieces >= 0),
  reason       TEXT NOT NULL,
  approved_by  TEXT NOT NULL CHECK (approved_by <> ''),
  asked_hash   TEXT NOT NULL,
  refunded_at  INTEGER NOT NULL,
  UNIQUE (trip_id, attempt, number),
  FOREIGN KEY (trip_id, attempt, position) REFERENCES line (trip_id, attempt, position)
) STRICT;
CREATE TRIGGER refund_stays BEFORE UPDATE ON refund
  BEGIN SELECT RAISE(ABORT, 'refunds are never changed'); END;
CREATE TRIGGER refund_remains BEFORE DELETE ON refund
  BEGIN SELECT RAISE(ABORT, 'refunds are never removed'); END;

CREATE TABLE refund_portion (
  refund_id    TEXT NOT NULL REFERENCES refund (refund_id),
  place        INTEGER NOT NULL,
  part         TEXT NOT NULL CHECK (part IN ('goods', 'tax', 'deposit')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (refund_id, place, part)
) STRICT;

-- What must still go back at the provider, committed together with its refund.
CREATE TABLE refund_due (
  id           INTEGER PRIMARY KEY,
  refund_id    TEXT NOT NULL REFERENCES refund (refund_id),
  place        INTEGER NOT NULL,
  tender       TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  done_at      INTEGER,
  UNIQUE (refund_id, place)
) STRICT;
CREATE INDEX refunds_due ON refund_due (id) WHERE done_at IS NULL;
