package pannier.wire;

import java.util.Optional;

/**
 * Why the gate refused: problem details in CBOR (RFC 9290).
 *
 * @param detail one sentence with the place, what was found and what would be right
 * @param settled the receipt that the trip has, with {@link ProblemKind#ALREADY_SETTLED}
 */
public record Problem(ProblemKind kind, String detail, Optional<SettledBefore> settled) {
  /** The attempt that was paid. */
  public record SettledBefore(int attempt, String receiptId) {
    public SettledBefore {
      Limits.range("attempt", attempt, 1, Limits.MOST_PIECES);
      Limits.text("receipt", receiptId, Limits.LONGEST_ID);
    }
  }

  public Problem {
    if (detail.length() > Limits.LONGEST_TEXT) {
      detail = detail.substring(0, Limits.LONGEST_TEXT - 1) + "…";
    }
  }

  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind, detail, Optional.empty());
  }
}
