package pannier.gate.settlement;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.ledger.Intent;
import pannier.gate.ledger.LedgerException;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.wire.Declined;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.ReceiptTender;
import pannier.wire.TenderOffer;

/** The steps between a committed intent and the open barrier. Each of them may be repeated. */
final class Payment {
  private final GateParts parts;

  Payment(GateParts parts) {
    this.parts = parts;
  }

  /** Checks that the offer can pay {@code totalMinor}: one tender that the provider takes. */
  void requireTender(long totalMinor, List<TenderOffer> offers) throws RefusedException {
    String taken = parts.provider().tenderKind();
    boolean fits =
        totalMinor == 0 || (offers.size() == 1 && offers.getFirst().kind().equals(taken));
    if (!fits) {
      String found = String.join(", ", offers.stream().map(TenderOffer::kind).toList());
      throw new RefusedException(
          ProblemKind.UNSUPPORTED_TENDER,
          "tenders: found [%s]; expected one of kind %s".formatted(found, taken));
    }
  }

  /** Authorises under the settlement's key, commits the outcome, then opens. */
  Answer take(Intent intent, List<TenderOffer> offers) throws IOException, RefusedException {
    if (intent.totalMinor() == 0) {
      return settled(intent, List.of(), true);
    }
    requireTender(intent.totalMinor(), offers);
    PaymentOrder order =
        new PaymentOrder(
            intent.key().toString(),
            offers.getFirst().token(),
            intent.totalMinor(),
            intent.currency());
    return decide(intent, parts.provider().authorise(order), true);
  }

  /** Decides by what the provider knows; false if it knows nothing. */
  boolean recover(SettlementRow row) throws IOException {
    Optional<Authorisation> known = parts.provider().find(row.intent().key().toString());
    if (known.isPresent()) {
      decide(row.intent(), known.get(), false);
    }
    Logger.info(
        "{}: {} after a restart", row.intent().key(), known.isPresent() ? "decided" : "kept");
    return known.isPresent();
  }

  /** Makes sure that nothing will ever be charged for it, then declines it. */
  Answer giveUp(Intent intent) throws IOException {
    parts.provider().cancel(intent.key().toString());
    return declined(intent, Declined.VOIDED);
  }

  /** The stored reply; the barrier opens if a crash came before it. */
  Answer again(SettlementRow row, EncodedReply reply) throws LedgerException {
    if (row.state() == SettlementState.SETTLED && row.openedAt().isEmpty()) {
      open(row.intent(), row.receiptId().orElseThrow());
    }
    return new Answer.Replied(reply);
  }

  private Answer decide(Intent intent, Authorisation answer, boolean shopperWaits)
      throws LedgerException {
    return switch (answer) {
      case Authorisation.Authorised authorised -> {
        String kind = parts.provider().tenderKind();
        ReceiptTender tender = new ReceiptTender(kind, intent.totalMinor(), authorised.reference());
        yield settled(intent, List.of(tender), shopperWaits);
      }
      case Authorisation.Refused refused -> declined(intent, refused.reason());
    };
  }

  private Answer settled(Intent intent, List<ReceiptTender> tenders, boolean shopperWaits)
      throws LedgerException {
    Receipt receipt =
        new Receipt(
            ReceiptId.of(intent.key()),
            intent.cartId(),
            intent.key(),
            parts.clock().instant().truncatedTo(ChronoUnit.MILLIS),
            intent.billDigest(),
            intent.currency(),
            intent.lines(),
            intent.totalMinor(),
            tenders);
    parts.ledger().settle(receipt);
    if (shopperWaits) {
      open(intent, receipt.receiptId());
    }
    return new Answer.Replied(EncodedReply.of(receipt));
  }

  private Answer declined(Intent intent, String reason) throws LedgerException {
    EncodedReply reply = EncodedReply.of(new Declined(intent.key(), reason));
    parts.ledger().decline(intent.key(), reply, parts.clock().instant());
    return new Answer.Replied(reply);
  }

  private void open(Intent intent, String receiptId) throws LedgerException {
    parts.barrier().open(intent.key(), receiptId);
    Instant now = parts.clock().instant();
    parts.ledger().opened(intent.key(), now);
  }
}
