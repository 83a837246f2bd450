-- The keys that all gates of a store have in common, as their files hold them: by the first a cart
-- knows the gate, whichever it meets. Whoever reads this is the gate: only gates may.
CREATE TABLE key_file (
  name    TEXT PRIMARY KEY,
  content BYTEA NOT NULL
);
