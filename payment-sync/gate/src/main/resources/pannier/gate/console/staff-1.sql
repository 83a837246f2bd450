-- Who may sign in, and what staff did. Times in milliseconds since 1970 by the gate's clock.

CREATE TABLE account (
  name         TEXT PRIMARY KEY,
  role         TEXT NOT NULL CHECK (role IN ('ATTENDANT', 'MANAGER')),
  salt         BLOB NOT NULL,
  hash         BLOB NOT NULL,
  iterations   INTEGER NOT NULL,
  failures     INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Each entry's hash covers its own text and the hash before it, so that a change, a removal or an
-- insertion anywhere but at the end breaks the chain from there on.
CREATE TABLE entry (
  number   INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  staff    TEXT NOT NULL,
  deed     TEXT NOT NULL,
  about    TEXT NOT NULL,
  reason   TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
  BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry
  BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
