package pannier.gate.fleet;

import pannier.gate.ledger.EncodedReply;
import pannier.gate.settlement.Answer;
import pannier.wire.MalformedMessageException;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;
import pannier.wire.StatusCodec;

/** Answers status messages. */
public record StatusDesk(Fleet fleet) {
  /**
   * @param cartId who sends it, as the handshake proved
   */
  public Answer answer(String cartId, byte[] message) {
    try {
      byte[] orders = StatusCodec.encode(fleet.hear(cartId, StatusCodec.decodeStatus(message)));
      return new Answer.Replied(EncodedReply.ofBytes(orders));
    } catch (MalformedMessageException e) {
      return new Answer.Refused(Problem.of(ProblemKind.MALFORMED, String.valueOf(e.getMessage())));
    }
  }
}
