package pannier.gate.fleet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pannier.gate.document.Library;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.settlement.Answer;
import pannier.wire.CartStatus;
import pannier.wire.DocumentName;
import pannier.wire.MalformedMessageException;
import pannier.wire.ProblemKind;
import pannier.wire.StaffOrder;
import pannier.wire.StatusCodec;
import pannier.wire.StoreWord;

/**
 * Answers status messages with what the store has to tell the cart.
 *
 * @param library whose versions carts hear of
 * @param stages which carts are to take a new program
 * @param clock by which carts set theirs
 */
public record StatusDesk(
    Fleet fleet, Heard others, Library library, Stages stages, InstantSource clock) {
  /**
   * @param cartId who sends it, as the handshake proved
   */
  public Answer answer(String cartId, byte[] message) {
    try {
      CartStatus status = StatusCodec.decodeStatus(message);
      others.heard(cartId, status);
      stages.hear(cartId, status);
      return new Answer.Replied(EncodedReply.ofBytes(word(cartId, fleet.hear(cartId, status))));
    } catch (MalformedMessageException e) {
      return Answer.refused(ProblemKind.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /** What a cart is to know now, encoded. */
  public byte[] word(String cartId) {
    return word(cartId, fleet.waiting(cartId));
  }

  private byte[] word(String cartId, List<StaffOrder> orders) {
    Optional<Instant> now = Optional.of(clock.instant());
    return StatusCodec.encode(
        new StoreWord(
            orders,
            now,
            library.digest(DocumentName.PRICE_LIST),
            library.digest(DocumentName.GALLERY),
            stages.of(cartId),
            library.digest(DocumentName.MASSES)));
  }
}
