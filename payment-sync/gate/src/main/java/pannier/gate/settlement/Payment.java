package pannier.gate.settlement;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tinylog.Logger;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.ledger.Intent;
import pannier.gate.ledger.LedgerException;
import pannier.gate.ledger.PaymentKey;
import pannier.gate.ledger.Plan.PlannedTender;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.pricing.tender.TenderKind;
import pannier.wire.Declined;
import pannier.wire.Receipt;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementKey;
import pannier.wire.TenderOffer;

/**
 * The steps between a committed intent and the open barrier. Each of them may be repeated. Tenders
 * are authorised one after the other; if one refuses or has less on it, all are given back whole.
 */
final class Payment {
  private static final String CASH = TenderKind.CASH.word();

  private final GateParts parts;

  Payment(GateParts parts) {
    this.parts = parts;
  }

  /**
   * Authorises each tender under its key, commits the outcome, then opens; that it opened is still
   * to be noted.
   *
   * @param offers the same as when the intent was planned
   */
  Outcome take(Intent intent, List<TenderOffer> offers) throws IOException {
    if (intent.plan().tenders().isEmpty() && intent.totalMinor() > 0) {
      return Outcome.of(giveUp(intent)); // of a ledger of version 1, which had no plans
    }
    Map<Integer, ReceiptTender> paid = new TreeMap<>();
    for (int place : inTurn(intent.plan().tenders())) {
      PlannedTender tender = intent.plan().tenders().get(place);
      PaymentOrder order =
          new PaymentOrder(
              PaymentKey.of(intent.key(), place),
              new PaymentOrder.Means(tender.kind(), offers.get(tender.offer()).token()),
              tender.amountMinor(),
              intent.currency());
      Authorisation answer = parts.provider().authorise(order);
      Optional<String> refusal = refusal(tender, answer);
      if (refusal.isPresent()) {
        return Outcome.of(giveUp(intent, refusal.get()));
      }
      paid.put(place, receiptTender(tender, answer));
    }
    Receipt receipt = receipt(intent, List.copyOf(paid.values()));
    EncodedReply reply = parts.ledger().settle(receipt);
    parts.barrier().open(intent.key(), receipt.receiptId());
    return new Outcome(new Answer.Replied(reply), Optional.of(intent.key()));
  }

  /** Nobody is sent to a till before all else is paid. */
  private static List<Integer> inTurn(List<PlannedTender> tenders) {
    return IntStream.range(0, tenders.size())
        .boxed()
        .sorted(Comparator.comparing(place -> tenders.get(place).kind().equals(CASH)))
        .toList();
  }

  /** Goes on with an attempt that a crash, or another gate, left undecided. */
  Outcome goOn(SettlementRow row, List<TenderOffer> offers) throws IOException {
    return row.givingUp().isPresent()
        ? Outcome.of(giveUp(row.intent(), row.givingUp().get()))
        : take(row.intent(), offers);
  }

  /** Decides by what the provider knows; false if it does not know enough. */
  boolean recover(SettlementRow row) throws IOException {
    Intent intent = row.intent();
    if (row.givingUp().isPresent()) {
      giveUp(intent, row.givingUp().get());
      return true;
    }
    List<ReceiptTender> paid = new ArrayList<>();
    boolean decided = false;
    for (PlannedTender tender : intent.plan().tenders()) {
      Optional<Authorisation> known =
          parts.provider().find(PaymentKey.of(intent.key(), paid.size()));
      Optional<String> refusal = known.flatMap(answer -> refusal(tender, answer));
      if (refusal.isPresent()) {
        giveUp(intent, refusal.get());
        decided = true;
      }
      if (known.isEmpty() || refusal.isPresent()) {
        break;
      }
      paid.add(receiptTender(tender, known.get()));
    }
    if (!paid.isEmpty() && paid.size() == intent.plan().tenders().size()) {
      parts.ledger().settle(receipt(intent, paid)); // no shopper waits: nothing opens
      decided = true;
    }
    Logger.info("{}: {} after a restart", intent.key(), decided ? "decided" : "kept");
    return decided;
  }

  /** Makes sure that nothing will ever be charged for it, then declines it. */
  Answer giveUp(Intent intent) throws IOException {
    return giveUp(intent, Declined.VOIDED);
  }

  /** The same, for a reason of its own. */
  Answer giveUp(Intent intent, String reason) throws IOException {
    Optional<String> stands = parts.ledger().giveUp(intent.key(), reason);
    if (stands.isEmpty()) {
      return decidedElsewhere(intent.key());
    }
    int places = Math.max(1, intent.plan().tenders().size());
    for (int place = 0; place < places; place++) {
      parts.provider().cancel(PaymentKey.of(intent.key(), place));
    }
    return declined(intent, stands.get());
  }

  /** Another gate was quicker. */
  private Answer decidedElsewhere(SettlementKey key) throws LedgerException {
    SettlementRow row = parts.ledger().find(key).orElseThrow();
    return again(row, row.reply().orElseThrow());
  }

  /** The stored reply; the barrier opens if a crash came before it. */
  Answer again(SettlementRow row, EncodedReply reply) throws LedgerException {
    if (row.state() == SettlementState.SETTLED && row.openedAt().isEmpty()) {
      parts.barrier().open(row.intent().key(), row.receiptId().orElseThrow());
      noteOpened(row.intent().key());
    }
    return new Answer.Replied(reply);
  }

  /** The barrier opened: it does not again for this attempt. */
  void noteOpened(SettlementKey key) throws LedgerException {
    parts.ledger().opened(key, parts.clock().instant());
  }

  /**
   * Why a tender does not pay: the provider's reason, or {@code partial-KIND-AMOUNT} with what is
   * on it, so that the shopper may offer that much and another tender.
   */
  private static Optional<String> refusal(PlannedTender tender, Authorisation answer) {
    return switch (answer) {
      case Authorisation.Authorised _ -> Optional.empty();
      case Authorisation.Partial partial ->
          Optional.of("partial-%s-%d".formatted(tender.kind(), partial.amountMinor()));
      case Authorisation.Refused refused -> Optional.of(refused.reason());
    };
  }

  private static ReceiptTender receiptTender(PlannedTender tender, Authorisation answer) {
    String reference =
        switch (answer) {
          case Authorisation.Authorised authorised -> authorised.reference();
          case Authorisation.Partial partial -> partial.reference();
          case Authorisation.Refused refused -> throw new IllegalStateException(refused.reason());
        };
    return new ReceiptTender(tender.kind(), tender.amountMinor(), reference);
  }

  private Receipt receipt(Intent intent, List<ReceiptTender> tenders) {
    return new Receipt(
        ReceiptId.of(intent.key()),
        intent.cartId(),
        intent.key(),
        parts.clock().instant().truncatedTo(ChronoUnit.MILLIS),
        intent.billDigest(),
        intent.currency(),
        intent.lines(),
        intent.totalMinor(),
        tenders,
        intent.plan().charges(),
        intent.plan().notes());
  }

  private Answer declined(Intent intent, String reason) throws LedgerException {
    EncodedReply reply = EncodedReply.of(new Declined(intent.key(), reason));
    parts.ledger().decline(intent.key(), reply, parts.clock().instant());
    return new Answer.Replied(reply);
  }
}
