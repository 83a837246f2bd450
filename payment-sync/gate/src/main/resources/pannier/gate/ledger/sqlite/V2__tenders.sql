-- Version 2: taxes, deposits, several tenders, and who paid what of each line.

ALTER TABLE settlement ADD COLUMN tax_included INTEGER NOT NULL DEFAULT 0;
ALTER TABLE settlement ADD COLUMN deposits_minor INTEGER NOT NULL DEFAULT 0;

ALTER TABLE line ADD COLUMN rate_billionths INTEGER NOT NULL DEFAULT 0;
ALTER TABLE line ADD COLUMN tax_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE line ADD COLUMN deposit_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE line ADD COLUMN benefits_minor INTEGER NOT NULL DEFAULT 0;

CREATE TABLE tax (
  trip_id         TEXT NOT NULL,
  attempt         INTEGER NOT NULL,
  rate_billionths INTEGER NOT NULL,
  base_minor      INTEGER NOT NULL CHECK (base_minor >= 0),
  tax_minor       INTEGER NOT NULL CHECK (tax_minor >= 0),
  PRIMARY KEY (trip_id, attempt, rate_billionths),
  FOREIGN KEY (trip_id, attempt) REFERENCES settlement (trip_id, attempt)
) STRICT;

-- What each means of payment is to pay, fixed with the intent; place counts from 0.
CREATE TABLE tender (
  trip_id      TEXT NOT NULL,
  attempt      INTEGER NOT NULL,
  place        INTEGER NOT NULL,
  offer        INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (trip_id, attempt, place),
  FOREIGN KEY (trip_id, attempt) REFERENCES settlement (trip_id, attempt)
) STRICT;

-- And of which line: refunds go back this way.
CREATE TABLE portion (
  trip_id      TEXT NOT NULL,
  attempt      INTEGER NOT NULL,
  place        INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  part         TEXT NOT NULL CHECK (part IN ('goods', 'tax', 'deposit')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (trip_id, attempt, place, position, part),
  FOREIGN KEY (trip_id, attempt, place) REFERENCES tender (trip_id, attempt, place)
) STRICT;

-- Two tenders of one kind are captured apart.
DROP INDEX due;
ALTER TABLE outbox RENAME TO outbox_1;
CREATE TABLE outbox (
  id           INTEGER PRIMARY KEY,
  trip_id      TEXT NOT NULL,
  attempt      INTEGER NOT NULL,
  place        INTEGER NOT NULL,
  tender       TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  currency     TEXT NOT NULL,
  done_at      INTEGER,
  UNIQUE (trip_id, attempt, place),
  FOREIGN KEY (trip_id, attempt) REFERENCES settlement (trip_id, attempt)
) STRICT;
INSERT INTO outbox (id, trip_id, attempt, place, tender, amount_minor, currency, done_at)
  SELECT id, trip_id, attempt, 0, tender, amount_minor, currency, done_at FROM outbox_1;
DROP TABLE outbox_1;
CREATE INDEX due ON outbox (id) WHERE done_at IS NULL;
