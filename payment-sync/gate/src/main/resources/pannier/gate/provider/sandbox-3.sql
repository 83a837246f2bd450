-- References count up by themselves; a new row comes with its key as its reference.
CREATE TRIGGER reference_counts AFTER INSERT ON payment
  BEGIN UPDATE payment SET reference = 'sandbox-' || NEW.rowid WHERE rowid = NEW.rowid; END;
