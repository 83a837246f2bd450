package pannier.wire;

import java.time.Instant;
import java.util.List;

/**
 * The bill is paid.
 *
 * @param settledAt by the gate's clock, whole milliseconds
 * @param billDigest of the bill that was paid, as the cart sent it
 * @param totalMinor the sum of the lines' nets and what comes on top, and of the tenders' amounts
 * @param charges taxes and deposits
 * @param notes what the gate remarks, as short codes, such as {@link #OLD_PRICES}
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
    List<ReceiptTender> tenders,
    Charges charges,
    List<String> notes)
    implements SettlementReply {
  /** The cart priced with another catalogue than the gate's; line by line, the lower price held. */
  public static final String OLD_PRICES = "old-prices";

  /** The cart priced with other rules than the gate's. */
  public static final String OLD_RULES = "old-rules";

  /** The gate let the shopper out on its own word, and is paid later. */
  public static final String OFFLINE = "offline";

  static final int MOST_NOTES = 8;

  public Receipt {
    Limits.text("receipt", receiptId, Limits.LONGEST_ID);
    Limits.text("cart", cartId, Limits.LONGEST_ID);
    Limits.range("settled at", settledAt.getEpochSecond(), 0, Limits.MOST_MINOR);
    Limits.currency(currency);
    lines = Limits.list("lines", lines, Limits.MOST_LINES);
    tenders = Limits.list("tenders", tenders, Limits.MOST_TENDERS);
    notes = Limits.list("notes", notes, MOST_NOTES);
    notes.forEach(note -> Limits.text("notes", note, Limits.LONGEST_ID));
    long nets = lines.stream().mapToLong(ReceiptLine::netMinor).sum();
    same("lines", nets + charges.onTopMinor(), totalMinor);
    same("tenders", tenders.stream().mapToLong(ReceiptTender::amountMinor).sum(), totalMinor);
  }

  /** A receipt without taxes and deposits. */
  public Receipt(
      String receiptId,
      String cartId,
      SettlementKey key,
      Instant settledAt,
      Digest billDigest,
      String currency,
      List<ReceiptLine> lines,
      long totalMinor,
      List<ReceiptTender> tenders) {
    this(
        receiptId,
        cartId,
        key,
        settledAt,
        billDigest,
        currency,
        lines,
        totalMinor,
        tenders,
        Charges.NONE);
  }

  /** A receipt on which there is nothing to remark. */
  public Receipt(
      String receiptId,
      String cartId,
      SettlementKey key,
      Instant settledAt,
      Digest billDigest,
      String currency,
      List<ReceiptLine> lines,
      long totalMinor,
      List<ReceiptTender> tenders,
      Charges charges) {
    this(
        receiptId,
        cartId,
        key,
        settledAt,
        billDigest,
        currency,
        lines,
        totalMinor,
        tenders,
        charges,
        List.of());
  }

  private static void same(String name, long sum, long total) {
    if (sum != total) {
      throw new IllegalArgumentException(
          "total: %s add up to %d, the total is %d".formatted(name, sum, total));
    }
  }
}
