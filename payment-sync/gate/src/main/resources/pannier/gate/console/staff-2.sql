-- What carts asked their shoppers, once each: a question, or a hold that nothing explained.
CREATE TABLE question (
  trip   TEXT NOT NULL,
  number INTEGER NOT NULL,
  cart   TEXT NOT NULL,
  held   INTEGER NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (trip, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_at ON question (at);
