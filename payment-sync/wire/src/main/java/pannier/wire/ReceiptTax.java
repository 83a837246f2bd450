package pannier.wire;

/**
 * The tax of one rate.
 *
 * @param rateBillionths 0 to 1,000,000,000: 8.25 % is 82,500,000
 * @param baseMinor what was taxed: what food benefits paid is not in it
 * @param taxMinor on top of the base, or contained in it
 */
public record ReceiptTax(long rateBillionths, long baseMinor, long taxMinor) {
  private static final long WHOLE = 1_000_000_000L;

  public ReceiptTax {
    Limits.range("rate", rateBillionths, 0, WHOLE);
    Limits.amount("base", baseMinor);
    Limits.amount("tax", taxMinor);
  }
}
