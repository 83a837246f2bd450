package pannier.wire;

/**
 * Nothing was or will be charged for this attempt; another attempt may follow.
 *
 * @param reason a short code, such as {@code insufficient-funds}, {@link #VOIDED}
 */
public record Declined(SettlementKey key, String reason) implements SettlementReply {
  /** The attempt was withdrawn before it was paid. */
  public static final String VOIDED = "voided";

  /** Staff found in a spot check that the bill was not as the basket. */
  public static final String SPOT_CHECK = "spot-check";

  public Declined {
    Limits.text("reason", reason, Limits.LONGEST_ID);
  }
}
