package pannier.gate.fleet;

import pannier.gate.ledger.EncodedReply;
import pannier.gate.settlement.Answer;
import pannier.wire.CartStatus;
import pannier.wire.MalformedMessageException;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;
import pannier.wire.StatusCodec;

/** Answers status messages. */
public record StatusDesk(Fleet fleet, Heard others) {
  /**
   * @param cartId who sends it, as the handshake proved
   */
  public Answer answer(String cartId, byte[] message) {
    try {
      CartStatus status = StatusCodec.decodeStatus(message);
      others.heard(cartId, status);
      byte[] orders = StatusCodec.encode(fleet.hear(cartId, status));
      return new Answer.Replied(EncodedReply.ofBytes(orders));
    } catch (MalformedMessageException e) {
      return new Answer.Refused(Problem.of(ProblemKind.MALFORMED, String.valueOf(e.getMessage())));
    }
  }
}
