package pannier.gate.settlement;

import java.util.Optional;
import pannier.gate.audit.Draw;
import pannier.gate.audit.Drawing;
import pannier.gate.ledger.CheckBook;
import pannier.gate.ledger.LedgerException;
import pannier.wire.Limits;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;

/** What is drawn waits, with the barrier shut and nothing authorised, until staff have looked. */
final class SpotChecks {
  /** Of a basket that staff move to a till: they have it before them. */
  private static final int AT_TILL = Limits.MOST_PIECES;

  private final GateParts parts;

  SpotChecks(GateParts parts) {
    this.parts = parts;
  }

  /** What the lot says of a new attempt; empty where nothing is drawn. */
  Optional<Draw> draw(SettlementRequest request, long totalMinor) throws LedgerException {
    Optional<Drawing> drawing = parts.drawing();
    if (drawing.isEmpty() || request.key().attempt() == AT_TILL) {
      return Optional.empty();
    }
    CheckBook book = parts.ledger().checks();
    return Optional.of(
        drawing
            .get()
            .draw(request.bill(), totalMinor, book.listTrip(request.key().tripId()), book.tally()));
  }

  /**
   * Whether staff have looked at an undecided attempt and found it wrong.
   *
   * @throws RefusedException if they are still to look
   */
  boolean foundWrong(SettlementKey key) throws LedgerException, RefusedException {
    Optional<Drawing.Checked> checked = parts.ledger().checks().find(key);
    if (checked.isPresent() && checked.get().waits()) {
      throw awaited();
    }
    return checked.isPresent() && checked.get().wrong();
  }

  static RefusedException awaited() {
    return new RefusedException(ProblemKind.AWAITING_CHECK, "ask again");
  }
}
