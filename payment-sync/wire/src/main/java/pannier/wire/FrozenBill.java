package pannier.wire;

import java.util.List;

/**
 * The bill as it travels: what the shopper saw and agreed to, frozen.
 *
 * @param cartId the cart's name; the gate knows it from the handshake too
 * @param currency ISO 4217
 * @param totalMinor the sum of the lines' nets
 * @param catalogue digest of the catalogue that the cart priced with
 * @param flags what the gate may want to check, in plain words
 * @param terms what it rests on besides
 */
public record FrozenBill(
    String cartId,
    SettlementKey key,
    String currency,
    List<FrozenLine> lines,
    long totalMinor,
    Digest catalogue,
    List<String> flags,
    BillTerms terms) {
  public FrozenBill {
    Limits.text("cart", cartId, Limits.LONGEST_ID);
    Limits.currency(currency);
    lines = Limits.list("lines", lines, Limits.MOST_LINES);
    Limits.amount("total", totalMinor);
    flags = Limits.list("flags", flags, Limits.MOST_FLAGS);
    flags.forEach(flag -> Limits.text("flags", flag, Limits.LONGEST_TEXT));
  }

  /** A bill of prices alone. */
  public FrozenBill(
      String cartId,
      SettlementKey key,
      String currency,
      List<FrozenLine> lines,
      long totalMinor,
      Digest catalogue,
      List<String> flags) {
    this(cartId, key, currency, lines, totalMinor, catalogue, flags, BillTerms.NONE);
  }
}
