-- The same as the file of SQLite beside this folder.
-- Which PaymentIntent stands for which key. An intent is made unconfirmed, which reserves nothing,
-- and kept here before it is confirmed: what is not here never moved money.
CREATE TABLE payment (
  key            TEXT PRIMARY KEY,
  intent_id      TEXT NOT NULL,
  state          TEXT NOT NULL
    CHECK (state IN ('OPEN', 'AUTHORISED', 'REFUSED', 'CAPTURED', 'CANCELLED')),
  amount_minor   BIGINT NOT NULL,
  currency       TEXT NOT NULL,
  reserved_minor BIGINT NOT NULL DEFAULT 0,
  captured_minor BIGINT NOT NULL DEFAULT 0,
  reason         TEXT NOT NULL DEFAULT ''
);

CREATE TABLE refund (
  refund_key   TEXT PRIMARY KEY,
  key          TEXT NOT NULL REFERENCES payment (key),
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0)
);
