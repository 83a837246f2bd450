package pannier.gate.ledger;

import java.time.Instant;
import java.util.List;
import pannier.wire.Digest;
import pannier.wire.ReceiptLine;
import pannier.wire.SettlementKey;

/**
 * What the gate is about to charge. It is fixed here: a change of prices between a crash and the
 * recovery from it changes nothing.
 *
 * @param requestHash of the whole request; {@link #NOT_SENT} for an attempt that was withdrawn
 *     before it came
 * @param totalMinor the sum of the lines' nets and what comes on top
 * @param plan how it is to be paid
 */
public record Intent(
    SettlementKey key,
    String cartId,
    Digest requestHash,
    Digest billDigest,
    String currency,
    List<ReceiptLine> lines,
    long totalMinor,
    Instant at,
    Plan plan) {
  /** Stands where no request was seen. */
  public static final Digest NOT_SENT = new Digest("0".repeat(64));

  public Intent {
    lines = List.copyOf(lines);
  }

  /** An intent of nets alone, whose tenders nobody planned. */
  public Intent(
      SettlementKey key,
      String cartId,
      Digest requestHash,
      Digest billDigest,
      String currency,
      List<ReceiptLine> lines,
      long totalMinor,
      Instant at) {
    this(key, cartId, requestHash, billDigest, currency, lines, totalMinor, at, Plan.NONE);
  }

  /** An attempt that was withdrawn before its request came. */
  public static Intent withdrawn(SettlementKey key, String cartId, String currency, Instant at) {
    return new Intent(key, cartId, NOT_SENT, NOT_SENT, currency, List.of(), 0, at);
  }
}
