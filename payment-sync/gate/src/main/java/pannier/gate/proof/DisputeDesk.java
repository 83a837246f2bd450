package pannier.gate.proof;

import java.io.IOException;
import org.tinylog.Logger;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.RefusedRefundException;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.refund.Refunds;
import pannier.gate.settlement.Answer;
import pannier.wire.DisputeClaim;
import pannier.wire.DisputeCodec;
import pannier.wire.MalformedMessageException;
import pannier.wire.ProblemKind;

/** Takes disputes from carts: into the ledger, and what they show into the book of proofs. */
public record DisputeDesk(Ledger ledger, Refunds refunds, ProofBook proofs) {
  /**
   * @param cartId who sends it, as the handshake proved
   */
  public Answer answer(String cartId, byte[] message) {
    try {
      DisputeClaim claim = DisputeCodec.decode(message);
      if (claim.isCheck()) {
        proofs.keep(claim);
        return Answer.kept();
      }
      SettlementRow row =
          ledger
              .find(claim.key())
              .filter(it -> it.receiptId().isPresent())
              .orElseThrow(() -> new RefusedRefundException(claim.key() + " is not paid"));
      if (!row.intent().cartId().equals(cartId)) {
        return Answer.refused(ProblemKind.FOREIGN_CART, "the receipt is another cart's");
      }
      proofs.keep(claim);
      refunds.dispute(
          claim.id(), row.receiptId().orElseThrow(), claim.line().place(), claim.line().reason());
      return Answer.kept();
    } catch (MalformedMessageException | RefusedRefundException e) {
      return Answer.refused(ProblemKind.MALFORMED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      Logger.error(e, "dispute");
      return Answer.refused(ProblemKind.GATE_FAULT, "send the same bytes again later");
    }
  }
}
