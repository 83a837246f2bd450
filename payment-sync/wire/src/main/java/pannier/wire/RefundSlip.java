package pannier.wire;

import java.time.Instant;
import java.util.List;

/**
 * Money that went back for one line of a receipt: what the shopper gets as proof.
 *
 * @param refundId unique for ever
 * @param receiptId of the settlement
 * @param at by the gate's clock
 * @param currency ISO 4217
 * @param goods what it is for
 * @param tenders to which it goes back, as they had paid; their sum is the refund
 */
public record RefundSlip(
    String refundId,
    String receiptId,
    Instant at,
    String currency,
    Goods goods,
    List<ReceiptTender> tenders) {
  public RefundSlip {
    Limits.text("refund", refundId, Limits.LONGEST_ID);
    Limits.text("receipt", receiptId, Limits.LONGEST_ID);
    tenders = Limits.list("tenders", tenders, Limits.MOST_TENDERS);
  }

  /**
   * What a refund is for.
   *
   * @param line its place on the receipt, from 0
   * @param pieces that came back; 0: only money went back
   * @param reason such as {@code damaged}
   * @param taxMinor of the sum
   * @param depositMinor of the sum
   */
  public record Goods(
      int line, String name, int pieces, String reason, long taxMinor, long depositMinor) {}

  public long totalMinor() {
    return tenders.stream().mapToLong(ReceiptTender::amountMinor).sum();
  }
}
