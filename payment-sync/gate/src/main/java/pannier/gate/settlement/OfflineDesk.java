package pannier.gate.settlement;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.ledger.Intent;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.LedgerException;
import pannier.gate.ledger.PaymentKey;
import pannier.gate.ledger.Plan.PlannedTender;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;

/**
 * Lets shoppers out while ledger or provider are out of reach: within its limits it promises, in a
 * small ledger on the gate's own disk, and settles later under the same key, once. What it promised
 * it repeats to the byte; a promise that the card then does not keep is the store's loss, and in
 * the books as uncollected.
 */
public final class OfflineDesk implements AutoCloseable {
  /** The one kind of tender that needs nobody's yes at once: benefits and balances do. */
  private static final String CARD = "card";

  private static final String REFERENCE = "offline";

  private final Ledger local;
  private final Promises promises;
  private final OfflineLimits limits;

  private OfflineDesk(Ledger local, Promises promises, OfflineLimits limits) {
    this.local = local;
    this.promises = promises;
    this.limits = limits;
  }

  /**
   * Opens its two files.
   *
   * @param folder on the gate's own disk, and of no other gate
   */
  public static OfflineDesk open(Path folder, OfflineLimits limits) throws IOException {
    Ledger local = SqliteLedger.open(folder.resolve("offline.db"));
    try {
      return new OfflineDesk(local, Promises.open(folder.resolve("promises.db")), limits);
    } catch (IOException | RuntimeException e) {
      local.close();
      throw e;
    }
  }

  /** What became of a promise that is not paid. */
  public enum Fate {
    /** It is settled as soon as ledger and provider are there. */
    WAITING,
    /** The card did not pay: the store's loss. */
    UNCOLLECTED,
    /** It cannot be settled; somebody must look. */
    FAILED
  }

  /** A bill that was let out and is not paid. */
  public record Unpaid(SettlementKey key, long totalMinor, Fate fate) {}

  /** A bill that was let out, with what its shopper holds. */
  public record LetOut(Unpaid unpaid, String cartId, Instant at, String receiptId) {}

  /** All that was let out and is not paid, oldest first. */
  public List<LetOut> unpaid() throws LedgerException {
    List<LetOut> all = new ArrayList<>();
    for (Unpaid one : promises.unpaid()) {
      Optional<SettlementRow> row = find(one.key());
      if (row.isPresent()) {
        Intent intent = row.get().intent();
        String receipt = row.get().receiptId().orElse("");
        all.add(new LetOut(one, intent.cartId(), intent.at(), receipt));
      }
    }
    return all;
  }

  /** What it promised under a key. */
  Optional<SettlementRow> find(SettlementKey key) throws LedgerException {
    return local.find(key).filter(row -> row.reply().isPresent());
  }

  /**
   * Promises to settle later, and opens.
   *
   * @param intent as it would be settled now
   * @param request the bytes as they came
   * @throws RefusedException if it is above the limits, or paid otherwise than by one card
   */
  Answer promise(Intent intent, byte[] request, GateParts parts)
      throws LedgerException, RefusedException {
    requireWithinLimits(intent);
    promises.keep(intent.key(), request, intent.totalMinor());
    Intent kept = intent;
    Optional<SettlementRow> known = local.find(intent.key());
    if (known.isPresent()) {
      kept = known.get().intent();
    } else {
      local.intend(intent);
    }
    Receipt receipt = promised(kept, parts.clock().instant());
    local.settle(receipt);
    parts.barrier().open(kept.key(), receipt.receiptId());
    local.opened(kept.key(), parts.clock().instant());
    Logger.warn("{} is let out on the gate's own word", kept.key());
    return new Answer.Replied(EncodedReply.of(receipt));
  }

  /** The promise again; the barrier opens if a crash came before it. */
  Answer again(SettlementRow row, GateParts parts) throws LedgerException {
    if (row.openedAt().isEmpty()) {
      parts.barrier().open(row.intent().key(), row.receiptId().orElseThrow());
      local.opened(row.intent().key(), parts.clock().instant());
    }
    return new Answer.Replied(row.reply().orElseThrow());
  }

  private void requireWithinLimits(Intent intent) throws LedgerException, RefusedException {
    List<PlannedTender> tenders = intent.plan().tenders();
    boolean byCard = tenders.stream().allMatch(tender -> tender.kind().equals(CARD));
    boolean within =
        intent.totalMinor() <= limits.billMinor()
            && promises.waitingMinor() + intent.totalMinor() <= limits.totalMinor();
    if (!byCard || tenders.size() > 1 || !within) {
      throw new RefusedException(
          ProblemKind.PROVIDER_UNREACHABLE, "send the same bytes again later, or ask staff");
    }
  }

  private static Receipt promised(Intent intent, Instant at) {
    List<ReceiptTender> tenders =
        intent.plan().tenders().stream()
            .map(tender -> new ReceiptTender(tender.kind(), tender.amountMinor(), REFERENCE))
            .toList();
    List<String> notes = new ArrayList<>(intent.plan().notes());
    notes.add(Receipt.OFFLINE);
    return new Receipt(
        ReceiptId.of(intent.key()),
        intent.cartId(),
        intent.key(),
        at.truncatedTo(ChronoUnit.MILLIS),
        intent.billDigest(),
        intent.currency(),
        intent.lines(),
        intent.totalMinor(),
        tenders,
        intent.plan().charges(),
        notes);
  }

  /**
   * Settles what waits, each under its own key; every step may be repeated.
   *
   * @return how many were settled
   * @throws IOException if ledger or provider are still out of reach
   */
  int settleLater(GateParts parts) throws IOException {
    int settled = 0;
    for (SettlementKey key : promises.waiting()) {
      Optional<SettlementRow> promised = find(key);
      if (promised.isPresent()) {
        String state = settleOrFail(promised.get(), parts);
        promises.done(key, state);
        Logger.info("{} was let out before and is {} now", key, state);
        settled++;
      }
    }
    return settled;
  }

  private String settleOrFail(SettlementRow promised, GateParts parts) throws IOException {
    try {
      return settle(promised, parts);
    } catch (LedgerException e) {
      if (e.isOutOfReach()) {
        throw e;
      }
      Logger.error(e, "{} cannot be settled; staff must look", promised.intent().key());
      return "FAILED";
    }
  }

  private String settle(SettlementRow promised, GateParts parts) throws IOException {
    SettlementKey key = promised.intent().key();
    Optional<SettlementRow> known = parts.ledger().find(key);
    if (known.isEmpty()) {
      parts.ledger().intend(promised.intent());
    } else if (known.get().state() == SettlementState.SETTLED) {
      return "SETTLED";
    } else if (known.get().state() == SettlementState.DECLINED
        || known.get().givingUp().isPresent()) {
      return "FAILED";
    }
    Receipt receipt = receipt(promised);
    boolean paid = isPaid(promised, parts);
    if (paid) {
      parts.ledger().settle(receipt);
    } else {
      parts.ledger().settleUncollected(receipt);
    }
    parts.ledger().opened(key, promised.openedAt().orElse(receipt.settledAt()));
    return paid ? "SETTLED" : "UNCOLLECTED";
  }

  private static Receipt receipt(SettlementRow promised) throws IOException {
    byte[] reply = promised.reply().orElseThrow().bytes();
    if (SettlementCodec.decodeReply(reply) instanceof Receipt receipt) {
      return receipt;
    }
    throw new IllegalStateException(promised.intent().key() + " was promised otherwise");
  }

  /** Asks the provider, under the key that it would have had. */
  private boolean isPaid(SettlementRow promised, GateParts parts) throws IOException {
    Intent intent = promised.intent();
    byte[] request = promises.request(intent.key()).orElseThrow();
    for (PlannedTender tender : intent.plan().tenders()) {
      String token = SettlementCodec.decodeRequest(request).tenders().get(tender.offer()).token();
      PaymentOrder order =
          new PaymentOrder(
              PaymentKey.of(intent.key(), 0),
              new PaymentOrder.Means(tender.kind(), token),
              tender.amountMinor(),
              intent.currency());
      if (!(parts.provider().authorise(order) instanceof Authorisation.Authorised)) {
        parts.provider().cancel(order.key());
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    promises.close();
    local.close();
  }
}
