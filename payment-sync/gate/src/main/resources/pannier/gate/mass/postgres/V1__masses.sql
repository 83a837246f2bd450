-- The same as the file of SQLite beside this folder.
-- What carts weighed of pieces that nobody doubts, in trips that were paid; the newest of each product.
-- Times in milliseconds since 1970.
CREATE TABLE weighing (
  number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  trip_id     TEXT NOT NULL,
  place       BIGINT NOT NULL,
  product     TEXT NOT NULL,
  pieces      BIGINT NOT NULL,
  milligrams  BIGINT NOT NULL,
  at          BIGINT NOT NULL,
  UNIQUE (trip_id, place)
);
CREATE INDEX weighing_of_product ON weighing (product, number);
