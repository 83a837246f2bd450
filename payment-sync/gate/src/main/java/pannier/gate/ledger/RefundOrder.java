package pannier.gate.ledger;

import java.nio.charset.StandardCharsets;
import pannier.domain.money.CardNumbers;
import pannier.pricing.refund.RefundReason;
import pannier.wire.Digest;
import pannier.wire.SettlementKey;

/**
 * Money is to go back for a line.
 *
 * @param refundId unique for ever; the same order again is the same refund
 * @param line its place on the receipt, from 0
 * @param amount how much of it
 * @param reason why
 * @param approvedBy the member of staff who allowed it, by name
 */
public record RefundOrder(
    String refundId,
    SettlementKey key,
    int line,
    Amount amount,
    RefundReason reason,
    String approvedBy) {
  private static final int LONGEST_ID = 64;

  public RefundOrder {
    if (refundId.isBlank() || refundId.length() > LONGEST_ID || approvedBy.isBlank()) {
      throw new IllegalArgumentException("refund '%s' by '%s'".formatted(refundId, approvedBy));
    }
    if (CardNumbers.in(refundId) || CardNumbers.in(approvedBy)) {
      throw new IllegalArgumentException("found a card number; expected none anywhere");
    }
  }

  /** How much of a line. */
  public sealed interface Amount {
    /** What was paid for some of its pieces, with their tax and deposit. */
    record Pieces(int pieces) implements Amount {}

    /** Some of what was paid for its goods, with the tax on that. */
    record Goods(long minor) implements Amount {}
  }

  /** Tells whether the same id was asked for the same thing. */
  Digest hash() {
    String all = "%s %d %s %s %s".formatted(key, line, amount, reason.word(), approvedBy);
    return Digest.of(all.getBytes(StandardCharsets.UTF_8));
  }
}
