-- The same as the file of SQLite beside this folder.
-- What carts asked their shoppers, once each: a question, or a hold that nothing explained.

CREATE TABLE question (
  trip   TEXT NOT NULL,
  number BIGINT NOT NULL,
  cart   TEXT NOT NULL,
  held   BIGINT NOT NULL,
  at     BIGINT NOT NULL,
  PRIMARY KEY (trip, number)
);
CREATE INDEX question_at ON question (at);
