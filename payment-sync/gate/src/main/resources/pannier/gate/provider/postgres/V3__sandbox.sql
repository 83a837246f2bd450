-- The same as the three scripts for SQLite beside this folder: one row for each key that it ever heard of.
CREATE TABLE payment (
  key            TEXT PRIMARY KEY,
  state          TEXT NOT NULL
    CHECK (state IN ('AUTHORISED', 'REFUSED', 'CAPTURED', 'CANCELLED')),
  amount_minor   BIGINT NOT NULL CHECK (amount_minor >= 0),
  currency       TEXT NOT NULL,
  reference      TEXT NOT NULL UNIQUE,
  reason         TEXT NOT NULL,
  reserved_minor BIGINT NOT NULL DEFAULT 0,
  limit_minor    BIGINT NOT NULL DEFAULT 0,
  captured_minor BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE refund (
  refund_key   TEXT PRIMARY KEY,
  key          TEXT NOT NULL REFERENCES payment (key),
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0)
);

-- References count up by themselves; a new row comes with its key as its reference.
CREATE SEQUENCE reference;
CREATE FUNCTION reference_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.reference := 'sandbox-' || nextval('reference');
  RETURN NEW;
END $$;
CREATE TRIGGER reference_counts BEFORE INSERT ON payment
  FOR EACH ROW EXECUTE FUNCTION reference_counts();
