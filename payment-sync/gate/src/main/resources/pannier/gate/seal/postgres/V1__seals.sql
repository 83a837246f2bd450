-- The same as the file of SQLite beside this folder.
-- By which calibration each cart weighed, as its bills said. Times in milliseconds since 1970. Rows are
-- never removed: whoever audits sees each calibration with the first trip that was weighed by it.
CREATE TABLE seal (
  number         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cart_id        TEXT NOT NULL,
  calibration    BIGINT NOT NULL,
  configuration  BIGINT NOT NULL,
  head           TEXT NOT NULL,
  trip_id        TEXT NOT NULL,
  at             BIGINT NOT NULL
);
CREATE INDEX seal_of_cart ON seal (cart_id, number);

-- Bills whose seal does not follow the one before.
CREATE TABLE breach (
  cart_id  TEXT NOT NULL,
  trip_id  TEXT NOT NULL,
  found    TEXT NOT NULL,
  known    TEXT NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (trip_id, found)
);
