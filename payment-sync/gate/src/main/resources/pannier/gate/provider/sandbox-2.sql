-- What a payment reserves may be less than was asked, may be raised, and what was captured may be
-- less than was reserved and may go back in parts.
ALTER TABLE payment ADD COLUMN reserved_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN limit_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN captured_minor INTEGER NOT NULL DEFAULT 0;
UPDATE payment SET reserved_minor = amount_minor WHERE state IN ('AUTHORISED', 'CAPTURED');
UPDATE payment SET captured_minor = amount_minor WHERE state = 'CAPTURED';
UPDATE payment SET limit_minor = amount_minor;

CREATE TABLE refund (
  refund_key   TEXT PRIMARY KEY,
  key          TEXT NOT NULL REFERENCES payment (key),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0)
) STRICT;
