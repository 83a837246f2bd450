package pannier.gate.audit;

import java.time.Instant;

/**
 * What staff found in a basket.
 *
 * @param wrong something was not as billed
 * @param missingMinor what the bill was short of; negative: it asked that much too much; 0 where
 *     both even out, or nothing is wrong
 * @param staff who looked
 */
public record Finding(boolean wrong, long missingMinor, String staff, Instant at) {
  public Finding {
    if (staff.isBlank() || (!wrong && missingMinor != 0)) {
      throw new IllegalArgumentException("%s, off by %d".formatted(staff, missingMinor));
    }
  }
}
