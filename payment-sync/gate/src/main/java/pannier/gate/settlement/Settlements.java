package pannier.gate.settlement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;
import pannier.gate.audit.Draw;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.ledger.Intent;
import pannier.gate.ledger.LedgerException;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.till.CashAwaitedException;
import pannier.wire.Declined;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.MalformedMessageException;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;
import pannier.wire.VoidRequest;

/**
 * Answers settlement and void requests. Of one trip one request is worked on at a time; of
 * different trips as many as there are threads. Whatever it throws, the ledger is whole and the
 * same request may be made again.
 */
public final class Settlements {
  private final GateParts parts;
  private final BillAssessor assessor;
  private final Payment payment;
  private final SpotChecks spotChecks;
  private final TripLocks locks = new TripLocks();

  public Settlements(GateParts parts) {
    this.parts = parts;
    this.assessor = new BillAssessor(parts);
    this.payment = new Payment(parts);
    this.spotChecks = new SpotChecks(parts);
  }

  /** Work that ends with an answer, or refuses. */
  @FunctionalInterface
  private interface Work {
    void run(Consumer<Answer> reply) throws IOException, RefusedException;
  }

  /** Takes payment for a bill, as the other one does, and gives the answer when all is noted. */
  public Answer settle(String cartId, byte[] request) {
    List<Answer> told = new ArrayList<>();
    settle(cartId, request, told::add);
    return told.getFirst();
  }

  /**
   * Takes payment for a bill.
   *
   * @param cartId who sends it, as the handshake proved
   * @param request the bytes as they came
   * @param reply told once, as soon as all that the answer says is committed. That the barrier
   *     opened is noted after that; whoever asks for the trip meanwhile waits for it
   */
  public void settle(String cartId, byte[] request, Consumer<Answer> reply) {
    guarded(
        reply,
        told -> {
          SettlementRequest read = SettlementCodec.decodeRequest(request);
          if (!read.bill().cartId().equals(cartId)) {
            throw new RefusedException(
                ProblemKind.FOREIGN_CART,
                "bill.cart: found %s; expected %s".formatted(read.bill().cartId(), cartId));
          }
          Digest hash = Digest.of(request);
          try (TripLocks.Held trip = locks.take(read.key().tripId())) {
            Optional<SettlementRow> promised = promised(read.key());
            if (promised.isPresent()) {
              requireSame(promised.get().intent(), hash);
              told.accept(offline().again(promised.get(), parts));
            } else {
              Outcome outcome = settleOrPromise(read, hash, request);
              trip.answered();
              finish(outcome, told);
            }
          }
        });
  }

  /** Whatever becomes of the answer on its way, what opened is noted. */
  private void finish(Outcome outcome, Consumer<Answer> reply) {
    try {
      reply.accept(outcome.answer());
    } finally {
      outcome.opened().ifPresent(this::noteOpened);
    }
  }

  private void noteOpened(SettlementKey key) {
    try {
      payment.noteOpened(key);
    } catch (LedgerException | RuntimeException e) {
      // The answer is out and true. Asked for again, the barrier opens again.
      Logger.error(e, "{} opened, and it is not noted", key);
    }
  }

  /**
   * Withdraws an attempt, or tells that it was too late.
   *
   * @param cartId who sends it, as the handshake proved
   * @param request the bytes as they came
   */
  public Answer withdraw(String cartId, byte[] request) {
    List<Answer> told = new ArrayList<>();
    guarded(
        told::add,
        reply -> {
          VoidRequest read = SettlementCodec.decodeVoid(request);
          try (TripLocks.Held _ = locks.take(read.key().tripId())) {
            Optional<SettlementRow> promised = promised(read.key());
            reply.accept(
                promised.isPresent()
                    ? offline().again(promised.get(), parts) // the shopper is out already
                    : withdraw(cartId, read.key()));
          }
        });
    return told.getFirst();
  }

  /**
   * Decides what a crash left undecided, by what the provider knows. What it never heard of stays
   * as it is: the cart will ask again.
   *
   * @return how many were decided
   */
  public int recover() throws IOException {
    int decided = 0;
    for (SettlementRow row : parts.ledger().listUndecided()) {
      decided += recover(row) ? 1 : 0;
    }
    return decided;
  }

  private boolean recover(SettlementRow row) throws IOException {
    SettlementKey key = row.intent().key();
    try (TripLocks.Held _ = locks.take(key.tripId())) {
      return promised(key).isEmpty() && payment.recover(row);
    } catch (RefusedException e) {
      return false; // its cart has asked again meanwhile
    }
  }

  /** An attempt that is in the ledger and only waits for its payment. */
  private Optional<Intent> open(SettlementKey key) throws LedgerException {
    return parts
        .ledger()
        .find(key)
        .filter(row -> row.state() == SettlementState.INTENDED && row.givingUp().isEmpty())
        .map(SettlementRow::intent);
  }

  private OfflineDesk offline() {
    return parts.offline().orElseThrow();
  }

  private Optional<SettlementRow> promised(SettlementKey key) throws LedgerException {
    return parts.offline().isPresent() ? offline().find(key) : Optional.empty();
  }

  private Outcome settleOrPromise(SettlementRequest request, Digest hash, byte[] bytes)
      throws IOException, RefusedException {
    try {
      return settle(request, hash);
    } catch (LedgerException e) {
      if (parts.offline().isEmpty() || !e.isOutOfReach()) {
        throw e;
      }
      Logger.warn("{}", e.getMessage());
      return Outcome.of(offline().promise(intent(request, hash), bytes, parts));
    } catch (ProviderUnreachableException e) {
      Optional<Intent> open = open(request.key());
      if (parts.offline().isEmpty() || open.isEmpty()) {
        throw e; // an earlier attempt is still to be given up
      }
      Logger.warn("provider: {}", e.getMessage());
      return Outcome.of(offline().promise(open.get(), bytes, parts));
    }
  }

  private Outcome settle(SettlementRequest request, Digest hash)
      throws IOException, RefusedException {
    List<SettlementRow> attempts = ownAttempts(request.bill().cartId(), request.key());
    Optional<SettlementRow> known = find(attempts, request.key());
    if (known.isPresent()) {
      return repeat(known.get(), hash, request.tenders());
    }
    Intent intent = intent(request, hash);
    clearEarlier(attempts, request.key());
    Optional<Draw> draw = spotChecks.draw(request, intent.totalMinor());
    parts.ledger().intend(intent, draw);
    if (draw.isPresent() && draw.get().drawn()) {
      throw SpotChecks.awaited();
    }
    return payment.take(intent, request.tenders());
  }

  private Intent intent(SettlementRequest request, Digest hash) throws RefusedException {
    Assessment assessment = assessor.assess(request);
    requireSeal(request.bill());
    return new Intent(
        request.key(),
        request.bill().cartId(),
        hash,
        request.billDigest(),
        request.bill().currency(),
        assessment.lines(),
        assessment.totalMinor(),
        parts.clock().instant(),
        assessment.plan());
  }

  /** What was sold by mass by a scale that nobody answers for is not paid here. */
  private void requireSeal(FrozenBill bill) throws RefusedException {
    if (parts.seals().isEmpty()) {
      return;
    }
    Optional<String> breach =
        parts.seals().get().breach(bill.cartId(), bill.key().tripId(), bill.flags());
    if (breach.isEmpty()) {
      return;
    }
    Logger.warn("cart {}, seal of its scale: {}", bill.cartId(), breach.get());
    for (FrozenLine line : bill.lines()) {
      if (line.massGrams().isPresent() && !line.labelled()) {
        throw new RefusedException(ProblemKind.WRONG_SEAL, "bill.flags: " + breach.get());
      }
    }
  }

  private Outcome repeat(SettlementRow row, Digest hash, List<TenderOffer> tenders)
      throws IOException, RefusedException {
    requireSame(row.intent(), hash);
    if (row.reply().isPresent()) {
      return Outcome.of(payment.again(row, row.reply().get()));
    }
    return row.givingUp().isEmpty() && spotChecks.foundWrong(row.intent().key())
        ? Outcome.of(payment.giveUp(row.intent(), Declined.SPOT_CHECK))
        : payment.goOn(row, tenders);
  }

  private static void requireSame(Intent intent, Digest hash) throws RefusedException {
    boolean withdrawn = intent.requestHash().equals(Intent.NOT_SENT);
    if (!withdrawn && !intent.requestHash().equals(hash)) {
      throw new RefusedException(
          ProblemKind.OTHER_BILL,
          "%s came before with hash %s; a new bill needs a new attempt"
              .formatted(intent.key(), intent.requestHash().hex().substring(0, 8)));
    }
  }

  private Answer withdraw(String cartId, SettlementKey key) throws IOException, RefusedException {
    List<SettlementRow> attempts = ownAttempts(cartId, key);
    Optional<SettlementRow> known = find(attempts, key);
    if (known.isEmpty()) {
      Declined reply = new Declined(key, Declined.VOIDED);
      EncodedReply bytes = EncodedReply.of(reply);
      String currency = parts.catalogue().currency().getCurrencyCode();
      Intent none = Intent.withdrawn(key, cartId, currency, parts.clock().instant());
      parts.ledger().withdraw(none, bytes);
      return new Answer.Replied(bytes);
    }
    SettlementRow row = known.get();
    return row.reply().isPresent()
        ? payment.again(row, row.reply().get())
        : payment.giveUp(row.intent());
  }

  private List<SettlementRow> ownAttempts(String cartId, SettlementKey key)
      throws LedgerException, RefusedException {
    List<SettlementRow> attempts = parts.ledger().listTrip(key.tripId());
    for (SettlementRow row : attempts) {
      if (!row.intent().cartId().equals(cartId)) {
        throw new RefusedException(
            ProblemKind.FOREIGN_CART, "trip %s is another cart's".formatted(key.tripId()));
      }
    }
    return attempts;
  }

  /** Makes way for a new attempt: what is undecided is given up, what is later or paid refuses. */
  private void clearEarlier(List<SettlementRow> attempts, SettlementKey key)
      throws IOException, RefusedException {
    for (SettlementRow row : attempts) {
      if (row.state() == SettlementState.SETTLED) {
        throw alreadySettled(row);
      }
      if (row.intent().key().attempt() > key.attempt()) {
        throw new RefusedException(
            ProblemKind.SUPERSEDED, "%s came before".formatted(row.intent().key()));
      }
      if (row.state() == SettlementState.INTENDED) {
        payment.giveUp(row.intent());
      }
    }
  }

  private static RefusedException alreadySettled(SettlementRow row) {
    int attempt = row.intent().key().attempt();
    String receiptId = row.receiptId().orElse("?");
    return new RefusedException(
        new Problem(
            ProblemKind.ALREADY_SETTLED,
            "attempt %d has receipt %s".formatted(attempt, receiptId),
            Optional.of(new Problem.SettledBefore(attempt, receiptId))));
  }

  private static Optional<SettlementRow> find(List<SettlementRow> rows, SettlementKey key) {
    return rows.stream().filter(row -> row.intent().key().equals(key)).findFirst();
  }

  private static void guarded(Consumer<Answer> reply, Work work) {
    refusal(reply, work).ifPresent(reply);
  }

  private static Optional<Answer> refusal(Consumer<Answer> reply, Work work) {
    try {
      work.run(reply);
      return Optional.empty();
    } catch (RefusedException e) {
      return Optional.of(new Answer.Refused(e.problem()));
    } catch (MalformedMessageException e) {
      return Optional.of(Answer.refused(ProblemKind.MALFORMED, e.getMessage()));
    } catch (CashAwaitedException e) {
      return Optional.of(Answer.refused(ProblemKind.AWAITING_CASH, "ask again"));
    } catch (ProviderUnreachableException e) {
      Logger.warn("provider: {}", e.getMessage());
      return Optional.of(
          Answer.refused(ProblemKind.PROVIDER_UNREACHABLE, "send the same bytes again later"));
    } catch (IOException e) {
      Logger.error(e, "settlement");
      return Optional.of(Answer.refused(ProblemKind.GATE_FAULT, "send the same bytes again later"));
    }
  }
}
