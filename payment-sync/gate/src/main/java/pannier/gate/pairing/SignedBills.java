package pannier.gate.pairing;

import java.util.List;
import pannier.gate.settlement.Answer;
import pannier.gate.settlement.Settlements;
import pannier.wire.MalformedMessageException;
import pannier.wire.ProblemKind;
import pannier.wire.SignedBill;
import pannier.wire.key.PeerKey;

/**
 * The door before the settlements: no bill comes in that the cart itself did not sign.
 *
 * @param settlements what comes behind
 */
public record SignedBills(Settlements settlements, BillKeys keys) {
  /**
   * Takes payment for a bill, as {@link Settlements#settle} does.
   *
   * @param cartId who sends it, as the handshake proved
   */
  public Answer settle(String cartId, byte[] request) {
    try {
      SignedBill bill = SignedBill.of(request);
      List<PeerKey> known = keys.list(cartId);
      if (known.isEmpty()) {
        return Answer.refused(ProblemKind.NOT_PAIRED, "%s has no key here".formatted(cartId));
      }
      if (!bill.isSigned()) {
        return Answer.refused(
            ProblemKind.UNSIGNED, "settlement-request.signature: is missing; expected COSE_Sign1");
      }
      if (!bill.isByOneOf(known)) {
        return Answer.refused(
            ProblemKind.WRONG_SIGNATURE,
            "settlement-request.signature: found another; expected that of %s over the bill"
                .formatted(cartId));
      }
      return settlements.settle(cartId, request);
    } catch (MalformedMessageException e) {
      return Answer.refused(ProblemKind.MALFORMED, String.valueOf(e.getMessage()));
    }
  }
}
