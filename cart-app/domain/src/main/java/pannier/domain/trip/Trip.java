package pannier.domain.trip;

import java.util.List;
import pannier.domain.audit.Marks;
import pannier.domain.audit.Remarks;
import pannier.domain.audit.Sign;
import pannier.domain.basket.Accord;

/**
 * What stays the same, or only grows, from start to receipt.
 *
 * @param id unique for ever
 * @param attempts bills frozen so far
 * @param startedNanos the tick of its start
 * @param remarks for the bill
 * @param accord what was agreed besides the lines
 */
public record Trip(String id, int attempts, long startedNanos, Remarks remarks, Accord accord) {
  public Trip {
    if (id.isBlank() || attempts < 0) {
      throw new IllegalArgumentException("trip '%s', %d attempts".formatted(id, attempts));
    }
  }

  /** For the bill, in plain words. */
  public List<String> flags() {
    return remarks.flags();
  }

  Trip nextAttempt() {
    return new Trip(id, attempts + 1, startedNanos, remarks, accord);
  }

  Trip with(Accord other) {
    return new Trip(id, attempts, startedNanos, remarks, other);
  }

  Trip flagged(String flag) {
    return new Trip(id, attempts, startedNanos, remarks.flagged(flag), accord);
  }

  Trip with(Marks marks) {
    return new Trip(id, attempts, startedNanos, remarks.with(marks), accord);
  }

  /** With so many more of a sign. */
  Trip marked(Sign sign, long more) {
    return with(remarks.marks().plus(sign, more));
  }
}
