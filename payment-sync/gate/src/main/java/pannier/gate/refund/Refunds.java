package pannier.gate.refund;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import pannier.domain.money.Money;
import pannier.gate.ledger.Dispute;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.RefundOrder;
import pannier.gate.ledger.RefusedRefundException;
import pannier.gate.ledger.SettlementRow;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.refund.AccuracyGuarantee;
import pannier.pricing.refund.PaidBill;
import pannier.pricing.refund.RefundReason;
import pannier.wire.ReceiptLine;
import pannier.wire.RefundSlip;

/**
 * What staff do about receipts: money back by line, disputes, the price-accuracy guarantee. Nothing
 * goes back without a name. The provider is asked by the gate's outbox, once the payment is
 * captured.
 */
public final class Refunds {
  private final Ledger ledger;
  private final StoreRules rules;
  private final InstantSource clock;

  /** The ledger stays the caller's. */
  public Refunds(Ledger ledger, StoreRules rules, InstantSource clock) {
    this.ledger = ledger;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Who asks for it.
   *
   * @param refundId unique for ever; the same again is the same refund
   * @param staff by name
   */
  public record Leave(String refundId, RefundReason reason, String staff) {}

  /** The trip that a receipt is of. */
  public String tripOf(String receiptId) throws IOException {
    return row(receiptId).intent().key().tripId();
  }

  /** What of a receipt is still paid, refunds taken off. */
  public PaidBill left(String receiptId) throws IOException {
    return ledger.findPaid(row(receiptId).intent().key()).orElseThrow();
  }

  /** A receipt and the line of it that a dispute is about. */
  public record Disputed(String receiptId, String cartId, ReceiptLine line) {}

  /** What a dispute is about. */
  public Disputed about(Dispute dispute) throws IOException {
    SettlementRow row =
        ledger
            .find(dispute.key())
            .filter(it -> it.receiptId().isPresent())
            .orElseThrow(() -> new RefusedRefundException(dispute.key() + " is not paid"));
    return new Disputed(
        row.receiptId().orElseThrow(), row.intent().cartId(), line(row, dispute.line()));
  }

  /** Some pieces of a line came back. */
  public RefundSlip returned(String receiptId, int line, int pieces, Leave leave)
      throws IOException {
    return refund(receiptId, line, new RefundOrder.Amount.Pieces(pieces), leave);
  }

  /** Some of what was paid for a line goes back, and the shopper keeps the thing. */
  public RefundSlip reduced(String receiptId, int line, long goodsMinor, Leave leave)
      throws IOException {
    return refund(receiptId, line, new RefundOrder.Amount.Goods(goodsMinor), leave);
  }

  /**
   * The shelf asked less than the receipt does: what the store's guarantee owes goes back.
   *
   * @param shelfMinor what the shelf asked for a piece or a kilogram
   * @throws RefusedRefundException if the shelf did not ask less
   */
  public RefundSlip priceWasLower(String receiptId, int line, long shelfMinor, Leave leave)
      throws IOException {
    SettlementRow row = row(receiptId);
    ReceiptLine charged = line(row, line);
    Optional<AccuracyGuarantee> guarantee =
        AccuracyGuarantee.on(rules.day(row.intent().at()), rules.customs().guarantees());
    AccuracyGuarantee holds = guarantee.orElse(AccuracyGuarantee.DIFFERENCE);
    long owed = holds.owedMinor(charged.unitPriceMinor(), shelfMinor, charged.pieces());
    if (charged.massGrams().isPresent()) {
      long over = Math.max(0, charged.unitPriceMinor() - shelfMinor);
      owed = Math.round(over * (charged.massGrams().getAsLong() / 1000.0));
    }
    owed = Math.min(owed, charged.netMinor());
    if (owed < 1) {
      throw new RefusedRefundException(
          "shelf price: found %s; expected less than %s, which was charged"
              .formatted(money(row, shelfMinor), money(row, charged.unitPriceMinor())));
    }
    return reduced(receiptId, line, owed, leave);
  }

  /** The shopper says that a line is wrong; staff will decide. */
  public void dispute(String disputeId, String receiptId, int line, String said)
      throws IOException {
    SettlementRow row = row(receiptId);
    line(row, line);
    ledger.dispute(new Dispute(disputeId, row.intent().key(), line, said), clock.instant());
  }

  /** Disputes that wait for staff. */
  public List<Dispute> openDisputes() throws IOException {
    return ledger.listOpenDisputes();
  }

  /**
   * Decides for the shopper: the pieces in question are paid back. The refund has the dispute's id,
   * so that a decision made twice pays once.
   */
  public RefundSlip grant(Dispute dispute, int pieces, String staff) throws IOException {
    String receiptId =
        ledger
            .find(dispute.key())
            .flatMap(SettlementRow::receiptId)
            .orElseThrow(() -> new RefusedRefundException(dispute.key() + " is not paid"));
    Leave leave = new Leave(dispute.disputeId(), RefundReason.DISPUTE, staff);
    RefundSlip slip = returned(receiptId, dispute.line(), pieces, leave);
    ledger.decide(dispute.disputeId(), true, staff, clock.instant());
    return slip;
  }

  /** Decides against the shopper. */
  public boolean refuse(Dispute dispute, String staff) throws IOException {
    return ledger.decide(dispute.disputeId(), false, staff, clock.instant());
  }

  private RefundSlip refund(String receiptId, int line, RefundOrder.Amount amount, Leave leave)
      throws IOException {
    SettlementRow row = row(receiptId);
    line(row, line);
    Instant now = clock.instant();
    return ledger.refund(order(row, line, amount, leave), now).stream()
        .filter(slip -> slip.refundId().equals(leave.refundId()))
        .findFirst()
        .orElseThrow();
  }

  private static RefundOrder order(
      SettlementRow row, int line, RefundOrder.Amount amount, Leave leave)
      throws RefusedRefundException {
    try {
      return new RefundOrder(
          leave.refundId(), row.intent().key(), line, amount, leave.reason(), leave.staff());
    } catch (IllegalArgumentException e) {
      throw new RefusedRefundException(String.valueOf(e.getMessage()));
    }
  }

  private SettlementRow row(String receiptId) throws IOException {
    return ledger
        .findReceipt(receiptId)
        .orElseThrow(
            () ->
                new RefusedRefundException(
                    "receipt: found '%s', which this gate never gave".formatted(receiptId)));
  }

  private static ReceiptLine line(SettlementRow row, int line) throws RefusedRefundException {
    int lines = row.intent().lines().size();
    if (line < 0 || line >= lines) {
      throw new RefusedRefundException(
          "line: found %d; expected 1 to %d".formatted(line + 1L, lines));
    }
    return row.intent().lines().get(line);
  }

  private static Money money(SettlementRow row, long minor) {
    return new Money(minor, Currency.getInstance(row.intent().currency()));
  }
}
