-- What carts weighed of pieces that nobody doubts, in trips that were paid; the newest of each product.
-- Times in milliseconds since 1970.
CREATE TABLE weighing (
  number      INTEGER PRIMARY KEY,
  trip_id     TEXT NOT NULL,
  place       INTEGER NOT NULL,
  product     TEXT NOT NULL,
  pieces      INTEGER NOT NULL,
  milligrams  INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  UNIQUE (trip_id, place)
) STRICT;
CREATE INDEX weighing_of_product ON weighing (product, number);
