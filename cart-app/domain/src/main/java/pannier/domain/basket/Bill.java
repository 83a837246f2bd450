package pannier.domain.basket;

import java.util.List;
import pannier.domain.audit.Remarks;

/**
 * A frozen basket. It carries no total: that is a function of the lines (the pricing module
 * computes it, on the cart for the screen and at the gate for the charge), so that the two cannot
 * disagree.
 *
 * @param tripId unique for ever
 * @param attempt counts the bills of a trip from 1; (tripId, attempt) is the key of the settlement
 * @param lines in basket order; none for an empty basket
 * @param remarks what the gate may want to check: untrusted times, personal items
 * @param accord tenders, coupons, the approved age, the day of its prices
 */
public record Bill(
    String tripId, int attempt, List<BillLine> lines, Remarks remarks, Accord accord) {
  public Bill {
    lines = List.copyOf(lines);
    if (tripId.isBlank() || attempt < 1) {
      throw new IllegalArgumentException("bill %s, attempt %d".formatted(tripId, attempt));
    }
  }

  /** What the gate may want to check, in plain words. */
  public List<String> flags() {
    return remarks.flags();
  }

  /** The same bill, paid otherwise; only as long as nobody was sent it. */
  public Bill with(Accord other) {
    return new Bill(tripId, attempt, lines, remarks, other);
  }
}
