package pannier.pricing.rule;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a rule holds, both ends included.
 *
 * @param from empty: since ever
 * @param to empty: until further notice
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {
  public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

  public Validity {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException("from %s to %s".formatted(from.get(), to.get()));
    }
  }

  public boolean holds(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(last -> !day.isAfter(last)).orElse(true);
  }
}
