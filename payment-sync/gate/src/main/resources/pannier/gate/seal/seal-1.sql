-- By which calibration each cart weighed, as its bills said. Times in milliseconds since 1970. Rows are
-- never removed: whoever audits sees each calibration with the first trip that was weighed by it.
CREATE TABLE seal (
  number         INTEGER PRIMARY KEY,
  cart_id        TEXT NOT NULL,
  calibration    INTEGER NOT NULL,
  configuration  INTEGER NOT NULL,
  head           TEXT NOT NULL,
  trip_id        TEXT NOT NULL,
  at             INTEGER NOT NULL
) STRICT;
CREATE INDEX seal_of_cart ON seal (cart_id, number);

-- Bills whose seal does not follow the one before.
CREATE TABLE breach (
  cart_id  TEXT NOT NULL,
  trip_id  TEXT NOT NULL,
  found    TEXT NOT NULL,
  known    TEXT NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (trip_id, found)
) STRICT;
