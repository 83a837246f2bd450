-- The same as the file of SQLite beside this folder.
-- One reservation for each trip that began with a card. Amounts in minor units, times in milliseconds
-- since 1970 by the gate's clock.
CREATE TABLE reservation (
  trip_id      TEXT PRIMARY KEY,
  cart_id      TEXT NOT NULL,
  token        TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('OPEN', 'REFUSED', 'RELEASED', 'TAKEN')),
  amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
  at           BIGINT NOT NULL
);
CREATE INDEX open_reservations ON reservation (cart_id) WHERE state = 'OPEN';

-- Which payment of a settlement goes by it.
CREATE TABLE used (
  key     TEXT PRIMARY KEY,
  trip_id TEXT NOT NULL REFERENCES reservation (trip_id),
  live    BIGINT NOT NULL CHECK (live IN (0, 1))
);
CREATE UNIQUE INDEX used_once ON used (trip_id) WHERE live = 1;
