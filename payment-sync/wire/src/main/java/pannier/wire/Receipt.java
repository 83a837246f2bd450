package pannier.wire;

import java.time.Instant;
import java.util.List;

/**
 * The bill is paid.
 *
 * @param settledAt by the gate's clock, whole milliseconds
 * @param billDigest of the bill that was paid, as the cart sent it
 * @param totalMinor the sum of the lines' nets and of the tenders' amounts
 */
public record Receipt(
    String receiptId,
    String cartId,
    SettlementKey key,
    Instant settledAt,
    Digest billDigest,
    String currency,
    List<ReceiptLine> lines,
    long totalMinor,
    List<ReceiptTender> tenders)
    implements SettlementReply {
  public Receipt {
    Limits.text("receipt", receiptId, Limits.LONGEST_ID);
    Limits.text("cart", cartId, Limits.LONGEST_ID);
    Limits.range("settled at", settledAt.getEpochSecond(), 0, Limits.MOST_MINOR);
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("currency: expected three capital letters, such as EUR");
    }
    lines = Limits.list("lines", lines, Limits.MOST_LINES);
    tenders = Limits.list("tenders", tenders, Limits.MOST_TENDERS);
    same("lines", lines.stream().mapToLong(ReceiptLine::netMinor).sum(), totalMinor);
    same("tenders", tenders.stream().mapToLong(ReceiptTender::amountMinor).sum(), totalMinor);
  }

  private static void same(String name, long sum, long total) {
    if (sum != total) {
      throw new IllegalArgumentException(
          "total: %s add up to %d, the total is %d".formatted(name, sum, total));
    }
  }
}
