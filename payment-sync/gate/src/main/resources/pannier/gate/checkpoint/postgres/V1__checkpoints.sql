-- The same as the file of SQLite beside this folder.
-- Baskets of trips that are under way, as their carts last told them. Times in milliseconds since 1970.
CREATE TABLE checkpoint (
  trip_id    TEXT PRIMARY KEY,
  cart_id    TEXT NOT NULL,
  number     BIGINT NOT NULL,
  body       BYTEA NOT NULL,
  at         BIGINT NOT NULL,
  till       BYTEA,
  moved_to   TEXT NOT NULL DEFAULT ''
);
CREATE INDEX checkpoint_moved ON checkpoint (moved_to);
