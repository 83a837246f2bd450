-- Which carts belong to the store. Times in milliseconds since 1970 by the gate's clock.

-- A cart's keys, one of them in use. REPLACED: bills that it signed still count. REVOKED: barred for
-- ever, for any cart. Rows are never removed.
CREATE TABLE cart_key (
  key      TEXT PRIMARY KEY,
  cart_id  TEXT NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('PAIRED', 'REPLACED', 'UNPAIRED', 'REVOKED')),
  since    INTEGER NOT NULL,
  staff    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_key_a_cart ON cart_key (cart_id) WHERE state = 'PAIRED';
CREATE TRIGGER cart_key_remains BEFORE DELETE ON cart_key
  BEGIN SELECT RAISE(ABORT, 'keys are never removed'); END;
CREATE TRIGGER revoked_stays BEFORE UPDATE ON cart_key WHEN OLD.state = 'REVOKED'
  BEGIN SELECT RAISE(ABORT, 'a revoked key never counts again'); END;

-- Codes that staff showed. The secret goes as soon as a cart has used it, or it is too old.
CREATE TABLE pairing_code (
  id       TEXT PRIMARY KEY,
  secret   BLOB,
  for_cart TEXT,
  staff    TEXT NOT NULL,
  until    INTEGER NOT NULL,
  used_by  TEXT,
  used_key TEXT
) STRICT;

-- Codes that phones showed, by their SHA-256.
CREATE TABLE login_code (
  digest   TEXT PRIMARY KEY,
  for_cart TEXT,
  member   TEXT NOT NULL,
  trip_id  TEXT NOT NULL UNIQUE,
  until    INTEGER NOT NULL,
  used_by  TEXT
) STRICT;
CREATE INDEX login_by_age ON login_code (until);

-- Where carts reach the gate that ran last.
CREATE TABLE door (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  host TEXT NOT NULL,
  port INTEGER NOT NULL
) STRICT;
