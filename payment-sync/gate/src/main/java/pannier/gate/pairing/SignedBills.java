package pannier.gate.pairing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
   * Takes payment for a bill, as {@link Settlements#settle(String, byte[], Consumer)} does.
   *
   * @param cartId who sends it, as the handshake proved
   */
  public void settle(String cartId, byte[] request, Consumer<Answer> reply) {
    Optional<Answer> refusal = refusal(cartId, request);
    if (refusal.isPresent()) {
      reply.accept(refusal.get());
    } else {
      settlements.settle(cartId, request, reply);
    }
  }

  /** The same, and gives the answer when all is noted. */
  public Answer settle(String cartId, byte[] request) {
    return refusal(cartId, request).orElseGet(() -> settlements.settle(cartId, request));
  }

  private Optional<Answer> refusal(String cartId, byte[] request) {
    try {
      SignedBill bill = SignedBill.of(request);
      List<PeerKey> known = keys.list(cartId);
      if (known.isEmpty()) {
        return refused(ProblemKind.NOT_PAIRED, "%s has no key here".formatted(cartId));
      }
      if (!bill.isSigned()) {
        return refused(
            ProblemKind.UNSIGNED, "settlement-request.signature: is missing; expected COSE_Sign1");
      }
      if (!bill.isByOneOf(known)) {
        return refused(
            ProblemKind.WRONG_SIGNATURE,
            "settlement-request.signature: found another; expected that of %s over the bill"
                .formatted(cartId));
      }
      return Optional.empty();
    } catch (MalformedMessageException e) {
      return refused(ProblemKind.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Answer> refused(ProblemKind kind, String detail) {
    return Optional.of(Answer.refused(kind, detail));
  }
}
