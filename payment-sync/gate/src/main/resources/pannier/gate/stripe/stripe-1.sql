-- Which PaymentIntent stands for which key. An intent is made unconfirmed, which reserves nothing,
-- and kept here before it is confirmed: what is not here never moved money.
CREATE TABLE payment (
  key            TEXT PRIMARY KEY,
  intent_id      TEXT NOT NULL,
  state          TEXT NOT NULL
    CHECK (state IN ('OPEN', 'AUTHORISED', 'REFUSED', 'CAPTURED', 'CANCELLED')),
  amount_minor   INTEGER NOT NULL,
  currency       TEXT NOT NULL,
  reserved_minor INTEGER NOT NULL DEFAULT 0,
  captured_minor INTEGER NOT NULL DEFAULT 0,
  reason         TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE refund (
  refund_key   TEXT PRIMARY KEY,
  key          TEXT NOT NULL REFERENCES payment (key),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0)
) STRICT;
