-- Baskets of trips that are under way, as their carts last told them. Times in milliseconds since 1970.
CREATE TABLE checkpoint (
  trip_id    TEXT PRIMARY KEY,
  cart_id    TEXT NOT NULL,
  number     INTEGER NOT NULL,
  body       BLOB NOT NULL,
  at         INTEGER NOT NULL,
  till       BLOB,                     -- the request by which a till settles it, once it was moved there
  moved_to   TEXT NOT NULL DEFAULT ''  -- the trip by which another cart takes it over
) STRICT;
CREATE INDEX checkpoint_moved ON checkpoint (moved_to);
