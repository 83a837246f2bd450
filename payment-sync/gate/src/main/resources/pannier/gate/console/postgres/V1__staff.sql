-- The same as the file of SQLite beside this folder.
-- Who may sign in, and what staff did. Times in milliseconds since 1970 by the gate's clock.

CREATE TABLE account (
  name         TEXT PRIMARY KEY,
  role         TEXT NOT NULL CHECK (role IN ('ATTENDANT', 'MANAGER')),
  salt         BYTEA NOT NULL,
  hash         BYTEA NOT NULL,
  iterations   BIGINT NOT NULL,
  failures     BIGINT NOT NULL DEFAULT 0,
  locked_until BIGINT NOT NULL DEFAULT 0
);

-- Each entry's hash covers its own text and the hash before it, so that a change, a removal or an
-- insertion anywhere but at the end breaks the chain from there on.
CREATE TABLE entry (
  number   BIGINT PRIMARY KEY,
  at       BIGINT NOT NULL,
  staff    TEXT NOT NULL,
  deed     TEXT NOT NULL,
  about    TEXT NOT NULL,
  reason   TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL UNIQUE
);

CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
  FOR EACH ROW EXECUTE FUNCTION never('entries are never changed');
CREATE TRIGGER entry_remains BEFORE DELETE ON entry
  FOR EACH ROW EXECUTE FUNCTION never('entries are never removed');
