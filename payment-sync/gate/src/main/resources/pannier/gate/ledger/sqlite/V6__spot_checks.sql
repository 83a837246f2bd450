-- Version 6: bills that are drawn for a spot check, and what checks found.

-- What the lot said of an attempt, kept with its intent: nothing is drawn anew for it. The lot is the
-- trip's, the same for each of its attempts. Odds and lot are in millionths; reasons are words
-- SIGN:COUNT:POINTS:MILLIONTHS with spaces between. What staff found comes once.
CREATE TABLE spot_check (
  trip_id       TEXT NOT NULL,
  attempt       INTEGER NOT NULL,
  lot_ppm       INTEGER NOT NULL CHECK (lot_ppm BETWEEN 0 AND 999999),
  odds_ppm      INTEGER NOT NULL CHECK (odds_ppm BETWEEN 0 AND 1000000),
  drawn         INTEGER NOT NULL CHECK (drawn IN (0, 1)),
  score         INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000),
  reasons       TEXT NOT NULL,
  wrong         INTEGER CHECK (wrong IN (0, 1)),
  missing_minor INTEGER,
  ended_by      TEXT CHECK (ended_by <> ''),
  ended_at      INTEGER,
  PRIMARY KEY (trip_id, attempt),
  FOREIGN KEY (trip_id, attempt) REFERENCES settlement (trip_id, attempt),
  CHECK ((ended_by IS NULL) = (wrong IS NULL)),
  CHECK ((ended_by IS NULL) = (missing_minor IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CHECK (ended_by IS NULL OR drawn = 1)
) STRICT;
CREATE INDEX checks_waiting ON spot_check (trip_id) WHERE drawn = 1 AND ended_by IS NULL;
CREATE INDEX checks_ended ON spot_check (ended_at) WHERE ended_by IS NOT NULL;

-- What ended checks found, by sign: from it the odds of the next bills are reckoned.
CREATE TABLE check_tally (
  reason TEXT PRIMARY KEY,
  checks INTEGER NOT NULL CHECK (checks >= 0),
  wrong  INTEGER NOT NULL CHECK (wrong BETWEEN 0 AND checks)
) STRICT;
