-- The same as the file of SQLite beside this folder.
-- Which carts belong to the store. Times in milliseconds since 1970 by the gate's clock.

-- A cart's keys, one of them in use. REPLACED: bills that it signed still count. REVOKED: barred for
-- ever, for any cart. Rows are never removed.
CREATE TABLE cart_key (
  key      TEXT PRIMARY KEY,
  cart_id  TEXT NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('PAIRED', 'REPLACED', 'UNPAIRED', 'REVOKED')),
  since    BIGINT NOT NULL,
  staff    TEXT NOT NULL
);
CREATE UNIQUE INDEX one_key_a_cart ON cart_key (cart_id) WHERE state = 'PAIRED';

-- Codes that staff showed. The secret goes as soon as a cart has used it, or it is too old.
CREATE TABLE pairing_code (
  id       TEXT PRIMARY KEY,
  secret   BYTEA,
  for_cart TEXT,
  staff    TEXT NOT NULL,
  until    BIGINT NOT NULL,
  used_by  TEXT,
  used_key TEXT
);

-- Codes that phones showed, by their SHA-256.
CREATE TABLE login_code (
  digest   TEXT PRIMARY KEY,
  for_cart TEXT,
  member   TEXT NOT NULL,
  trip_id  TEXT NOT NULL UNIQUE,
  until    BIGINT NOT NULL,
  used_by  TEXT
);
CREATE INDEX login_by_age ON login_code (until);

-- Where carts reach the gate that ran last.
CREATE TABLE door (
  id   BIGINT PRIMARY KEY CHECK (id = 1),
  host TEXT NOT NULL,
  port BIGINT NOT NULL
);

CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;
CREATE TRIGGER cart_key_remains BEFORE DELETE ON cart_key
  FOR EACH ROW EXECUTE FUNCTION never('keys are never removed');
CREATE TRIGGER revoked_stays BEFORE UPDATE ON cart_key
  FOR EACH ROW WHEN (OLD.state = 'REVOKED')
  EXECUTE FUNCTION never('a revoked key never counts again');

-- How often the carts' keys were changed, for gates that remember them.
CREATE TABLE register (
  id      BIGINT PRIMARY KEY CHECK (id = 1),
  changes BIGINT NOT NULL
);
INSERT INTO register (id, changes) VALUES (1, 0);
CREATE FUNCTION counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE register SET changes = changes + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER changes_count AFTER INSERT OR UPDATE ON cart_key
  FOR EACH STATEMENT EXECUTE FUNCTION counted();
