package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.basket.Accord;

/**
 * What stays the same, or only grows, from start to receipt.
 *
 * @param id unique for ever
 * @param attempts bills frozen so far
 * @param startedNanos the tick of its start
 * @param flags for the bill, in plain words
 * @param accord what was agreed besides the lines
 */
public record Trip(String id, int attempts, long startedNanos, List<String> flags, Accord accord) {
  public Trip {
    flags = List.copyOf(flags);
    if (id.isBlank() || attempts < 0) {
      throw new IllegalArgumentException("trip '%s', %d attempts".formatted(id, attempts));
    }
  }

  Trip nextAttempt() {
    return new Trip(id, attempts + 1, startedNanos, flags, accord);
  }

  Trip with(Accord other) {
    return new Trip(id, attempts, startedNanos, flags, other);
  }

  Trip flagged(String flag) {
    if (flags.contains(flag)) {
      return this;
    }
    List<String> next = new ArrayList<>(flags);
    next.add(flag);
    return new Trip(id, attempts, startedNanos, next, accord);
  }
}
