package pannier.pricing.rule;

import java.time.LocalDate;
import java.util.Set;

/**
 * When and where a bill is paid, and what the shopper brought along.
 *
 * @param date the shop's local date
 * @param state where the shop stands, such as {@code TX}; empty where no rule asks
 * @param store the shop's own name; empty where no rule asks
 * @param coupons codes that were shown
 * @param member whether loyalty prices are for this shopper
 */
public record Occasion(
    LocalDate date, String state, String store, Set<String> coupons, boolean member) {
  public Occasion {
    coupons = Set.copyOf(coupons);
  }

  /** A stranger without coupons, where no rule asks for the place. */
  public static Occasion on(LocalDate date) {
    return new Occasion(date, "", "", Set.of(), false);
  }
}
