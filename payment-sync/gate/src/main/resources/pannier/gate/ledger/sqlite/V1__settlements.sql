-- The gate's ledger, version 1. Amounts are in the currency's minor unit, times in milliseconds
-- since 1970 by the gate's clock.

-- One attempt of a trip. INTENDED: may be authorised, is not decided. SETTLED and DECLINED: final,
-- with the reply that every repetition gets, to the byte.
CREATE TABLE settlement (
  trip_id      TEXT NOT NULL,
  attempt      INTEGER NOT NULL CHECK (attempt >= 1),
  cart_id      TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  bill_digest  TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('INTENDED', 'SETTLED', 'DECLINED')),
  currency     TEXT NOT NULL,
  total_minor  INTEGER NOT NULL CHECK (total_minor >= 0),
  intended_at  INTEGER NOT NULL,
  finished_at  INTEGER,
  reply        BLOB,
  receipt_id   TEXT UNIQUE,
  opened_at    INTEGER,
  PRIMARY KEY (trip_id, attempt),
  CHECK ((state = 'INTENDED') = (reply IS NULL)),
  CHECK ((state = 'INTENDED') = (finished_at IS NULL)),
  CHECK ((state = 'SETTLED') = (receipt_id IS NOT NULL)),
  CHECK (opened_at IS NULL OR state = 'SETTLED')
) STRICT;

-- At most one attempt of a trip is undecided or has succeeded.
CREATE UNIQUE INDEX one_live_attempt ON settlement (trip_id) WHERE state <> 'DECLINED';
CREATE INDEX undecided ON settlement (intended_at) WHERE state = 'INTENDED';

-- What is charged, line by line, fixed when the intent is committed.
CREATE TABLE line (
  trip_id          TEXT NOT NULL,
  attempt          INTEGER NOT NULL,
  position         INTEGER NOT NULL,
  product          TEXT NOT NULL,
  name             TEXT NOT NULL,
  pieces           INTEGER NOT NULL CHECK (pieces >= 1),
  mass_grams       INTEGER CHECK (mass_grams >= 0),
  shelf_unit_minor INTEGER NOT NULL CHECK (shelf_unit_minor >= 0),
  gate_unit_minor  INTEGER NOT NULL CHECK (gate_unit_minor >= 0),
  gross_minor      INTEGER NOT NULL CHECK (gross_minor >= 0),
  discount_minor   INTEGER NOT NULL CHECK (discount_minor BETWEEN 0 AND gross_minor),
  PRIMARY KEY (trip_id, attempt, position),
  FOREIGN KEY (trip_id, attempt) REFERENCES settlement (trip_id, attempt)
) STRICT;

-- Double entry: every row moves an amount from the account 'credit' to the account 'debit', so the
-- book balances whatever is in it. Rows are never changed or removed.
CREATE TABLE posting (
  id           INTEGER PRIMARY KEY,
  trip_id      TEXT NOT NULL,
  attempt      INTEGER NOT NULL,
  debit        TEXT NOT NULL,
  credit       TEXT NOT NULL CHECK (credit <> debit),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  currency     TEXT NOT NULL,
  about        TEXT NOT NULL,
  posted_at    INTEGER NOT NULL,
  FOREIGN KEY (trip_id, attempt) REFERENCES settlement (trip_id, attempt)
) STRICT;
CREATE TRIGGER posting_stays BEFORE UPDATE ON posting
  BEGIN SELECT RAISE(ABORT, 'postings are never changed'); END;
CREATE TRIGGER posting_remains BEFORE DELETE ON posting
  BEGIN SELECT RAISE(ABORT, 'postings are never removed'); END;
CREATE TRIGGER final_stays BEFORE UPDATE ON settlement
  WHEN OLD.state <> 'INTENDED' AND (NEW.state <> OLD.state OR NEW.reply <> OLD.reply)
  BEGIN SELECT RAISE(ABORT, 'a decided attempt is never changed'); END;

-- What must still be done at the provider, committed together with its reason.
CREATE TABLE outbox (
  id           INTEGER PRIMARY KEY,
  trip_id      TEXT NOT NULL,
  attempt      INTEGER NOT NULL,
  tender       TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  currency     TEXT NOT NULL,
  done_at      INTEGER,
  UNIQUE (trip_id, attempt, tender),
  FOREIGN KEY (trip_id, attempt) REFERENCES settlement (trip_id, attempt)
) STRICT;
CREATE INDEX due ON outbox (id) WHERE done_at IS NULL;
