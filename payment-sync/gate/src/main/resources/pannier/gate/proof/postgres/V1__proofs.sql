-- The same as the file of SQLite beside this folder.
-- What carts sent with disputes, until its day to be deleted. Times in milliseconds since 1970.
CREATE TABLE proof (
  dispute_id TEXT PRIMARY KEY,
  trip_id    TEXT NOT NULL,
  claim      BYTEA NOT NULL,
  delete_at  BIGINT NOT NULL
);
CREATE INDEX proof_of_trip ON proof (trip_id);
