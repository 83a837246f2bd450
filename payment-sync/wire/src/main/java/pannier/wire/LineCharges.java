package pannier.wire;

/**
 * What one line has beside its net.
 *
 * @param rateBillionths of its tax
 * @param taxMinor on what food benefits did not pay of it
 * @param depositMinor for all its pieces
 * @param benefitsMinor what food benefits paid of its net and its deposit
 */
public record LineCharges(
    long rateBillionths, long taxMinor, long depositMinor, long benefitsMinor) {
  /** A line of its net alone. */
  public static final LineCharges NONE = new LineCharges(0, 0, 0, 0);

  public LineCharges {
    Limits.range("rate", rateBillionths, 0, 1_000_000_000L);
    Limits.amount("tax", taxMinor);
    Limits.amount("deposit", depositMinor);
    Limits.amount("benefits", benefitsMinor);
  }
}
