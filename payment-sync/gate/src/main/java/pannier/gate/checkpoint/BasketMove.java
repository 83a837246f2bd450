package pannier.gate.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.gate.pairing.LoginDesk;
import pannier.gate.settlement.Answer;
import pannier.gate.settlement.Settlements;
import pannier.wire.BillTerms;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.Limits;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;
import pannier.wire.VoidRequest;

/**
 * Moves the basket of a cart that died. To a till it goes as the trip's last attempt, so that the
 * ledger's own rule (one that succeeds for each trip) keeps it from being paid twice. To another
 * cart it goes as another trip, after this one was ended for good: no attempt of it can follow.
 */
public record BasketMove(
    CheckpointBook book, Settlements settlements, Ledger ledger, LoginDesk logins) {
  /** The last attempt of any trip: what comes after it is refused, whoever sends it. */
  private static final int LAST = Limits.MOST_PIECES;

  /** The basket is not to be moved; the message says why, in a line. */
  public static final class RefusedMoveException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedMoveException(String message) {
      super(message);
    }
  }

  /**
   * A code for the other cart's camera.
   *
   * @param again what must be put in anew, as only a scale or a label knows it
   */
  public record ToCart(LoginDesk.Shown shown, String tripId, List<FrozenLine> again) {}

  /**
   * Settles it at a till: the first time the answer says that cash is awaited, and once staff have
   * it, the same again gives the receipt.
   *
   * @param years up to which age limit staff approve the shopper's age; 0: they did not look
   */
  public Answer toTill(String tripId, int years, String staff) throws IOException {
    CheckpointBook.Kept kept = kept(tripId);
    if (kept.movedTo().isPresent()) {
      throw new RefusedMoveException("%s was moved to another cart".formatted(tripId));
    }
    requireUnpaid(tripId);
    byte[] request = kept.till().isPresent() ? kept.till().get() : asked(kept, years, staff);
    byte[] stands = book.toTill(tripId, request);
    Answer answer = settlements.settle(kept.cartId(), stands);
    if (answer instanceof Answer.Refused refused
        && !refused.problem().kind().passes()
        && ledger.find(tillKey(tripId)).isEmpty()) {
      book.notToTill(tripId); // such as an age that nobody looked at: it may be tried otherwise
    }
    return answer;
  }

  /** The baskets that are kept and not paid, the newest first. */
  public List<CheckpointBook.Kept> list() throws IOException {
    List<CheckpointBook.Kept> open = new ArrayList<>();
    for (CheckpointBook.Kept kept : book.list()) {
      if (ledger.listTrip(kept.checkpoint().basket().key().tripId()).stream()
          .noneMatch(row -> row.state() == SettlementState.SETTLED)) {
        open.add(kept);
      }
    }
    return open;
  }

  /** What the till's settlement goes by. */
  public static SettlementKey tillKey(String tripId) {
    return new SettlementKey(tripId, LAST);
  }

  /**
   * Ends the trip and lets another cart go on.
   *
   * @param cartId which one; empty: whichever is shown the code
   */
  public ToCart toCart(String tripId, Optional<String> cartId) throws IOException {
    CheckpointBook.Kept kept = kept(tripId);
    if (kept.till().isPresent()) {
      throw new RefusedMoveException("%s was moved to a till".formatted(tripId));
    }
    end(tripId, kept.cartId());
    String next = "m-" + Digest.of(("moved " + tripId).getBytes(StandardCharsets.UTF_8)).hex();
    String newTrip = next.substring(0, 34);
    book.toCart(tripId, newTrip);
    String member = kept.checkpoint().basket().terms().claims().member();
    return new ToCart(
        logins.show(cartId, member, newTrip), newTrip, CheckpointDesk.others(kept.checkpoint()));
  }

  private CheckpointBook.Kept kept(String tripId) throws IOException {
    return book.find(tripId)
        .orElseThrow(
            () -> new RefusedMoveException("no basket of trip %s is kept".formatted(tripId)));
  }

  /** No attempt of it will ever be charged. */
  private void end(String tripId, String cartId) throws IOException {
    withdraw(cartId, tillKey(tripId));
    for (SettlementRow row : ledger.listTrip(tripId)) {
      if (row.state() == SettlementState.INTENDED) {
        withdraw(cartId, row.intent().key());
      }
    }
    requireUnpaid(tripId);
    for (SettlementRow row : ledger.listTrip(tripId)) {
      if (row.state() == SettlementState.INTENDED) {
        throw new RefusedMoveException(row.intent().key() + " is not decided yet: try again");
      }
    }
  }

  private void withdraw(String cartId, SettlementKey key) throws RefusedMoveException {
    byte[] message = SettlementCodec.encode(new VoidRequest(key));
    if (settlements.withdraw(cartId, message) instanceof Answer.Refused refused) {
      throw new RefusedMoveException(refused.problem().detail());
    }
  }

  private void requireUnpaid(String tripId) throws IOException {
    for (SettlementRow row : ledger.listTrip(tripId)) {
      boolean byCart = row.intent().key().attempt() != LAST;
      if (row.state() == SettlementState.SETTLED && byCart) {
        throw new RefusedMoveException(
            "trip %s is paid: receipt %s".formatted(tripId, row.receiptId().orElse("?")));
      }
    }
  }

  private static byte[] asked(CheckpointBook.Kept kept, int years, String staff)
      throws RefusedMoveException {
    try {
      return request(kept, years, staff);
    } catch (IllegalArgumentException e) {
      throw new RefusedMoveException(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] request(CheckpointBook.Kept kept, int years, String staff) {
    FrozenBill told = kept.checkpoint().basket();
    List<String> flags = new ArrayList<>(told.flags());
    if (flags.size() < Limits.MOST_FLAGS) {
      flags.add("moved to a till by " + staff);
    }
    BillTerms.Claims claims = told.terms().claims();
    BillTerms terms =
        new BillTerms(
            told.terms().priceList(),
            told.terms().dueMinor(),
            told.terms().epochDay(),
            years > claims.approvedYears()
                ? new BillTerms.Claims(claims.coupons(), claims.member(), years, staff)
                : claims,
            told.terms().risk());
    FrozenBill bill =
        new FrozenBill(
            told.cartId(),
            tillKey(told.key().tripId()),
            told.currency(),
            told.lines(),
            told.totalMinor(),
            told.catalogue(),
            flags,
            terms);
    boolean free = told.totalMinor() == 0 && told.terms().dueMinor().orElse(0) == 0;
    return SettlementCodec.encode(
        free
            ? SettlementRequest.of(bill)
            : SettlementRequest.of(bill, new TenderOffer("cash", "till")));
  }
}
