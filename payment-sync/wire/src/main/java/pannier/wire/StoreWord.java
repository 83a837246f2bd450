package pannier.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the store tells a cart: with each answer to its status, and at once when it changes.
 *
 * @param orders of staff, not carried out yet, oldest first
 * @param time of the gate's clock, by which carts set theirs; empty from a gate that does not say
 * @param priceList the price list's digest; empty: there is none
 * @param gallery the gallery's digest; empty: there is none
 * @param release the digest of the program's version that this cart is to take; empty: none is
 * @param masses the digest of what weighings taught of products' masses; empty: nothing yet
 */
public record StoreWord(
    List<StaffOrder> orders,
    Optional<Instant> time,
    Optional<Digest> priceList,
    Optional<Digest> gallery,
    Optional<Digest> release,
    Optional<Digest> masses)
    implements Message {
  /** Orders of one answer; more wait. */
  public static final int MOST_ORDERS = 16;

  public StoreWord {
    orders = Limits.list("orders", orders, MOST_ORDERS);
    time.ifPresent(it -> Limits.range("time", it.toEpochMilli(), 0, Limits.LATEST_MILLIS));
  }

  /** Orders alone. */
  public static StoreWord of(List<StaffOrder> orders) {
    return new StoreWord(
        orders,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
