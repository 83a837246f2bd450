-- Version 4: giving up is decided before the provider hears of it, and what is settled balances.

-- Why the attempt is given up, once that is decided; from then on it is never settled.
ALTER TABLE settlement ADD COLUMN giving_up TEXT;

CREATE INDEX posting_of ON posting (trip_id, attempt);

CREATE TRIGGER settled_is_wanted BEFORE UPDATE ON settlement
  WHEN NEW.state = 'SETTLED' AND OLD.state = 'INTENDED' AND OLD.giving_up IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'what is given up is never settled'); END;

-- Postings come first: what was sold and what the tenders pay are both the total.
CREATE TRIGGER settled_balances BEFORE UPDATE ON settlement
  WHEN NEW.state = 'SETTLED' AND OLD.state = 'INTENDED' AND (
    NEW.total_minor <> (
      SELECT coalesce(sum(amount_minor), 0) FROM posting
      WHERE trip_id = NEW.trip_id AND attempt = NEW.attempt AND debit = 'basket')
    OR NEW.total_minor <> (
      SELECT coalesce(sum(amount_minor), 0) FROM posting
      WHERE trip_id = NEW.trip_id AND attempt = NEW.attempt AND credit = 'basket'))
  BEGIN SELECT RAISE(ABORT, 'lines, tenders and total do not balance'); END;

CREATE TRIGGER basket_stays BEFORE INSERT ON posting
  WHEN 'basket' IN (NEW.debit, NEW.credit) AND NOT EXISTS (
    SELECT 1 FROM settlement
    WHERE trip_id = NEW.trip_id AND attempt = NEW.attempt AND state = 'INTENDED')
  BEGIN SELECT RAISE(ABORT, 'a decided basket is never changed'); END;
