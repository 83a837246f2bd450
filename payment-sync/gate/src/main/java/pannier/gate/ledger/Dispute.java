package pannier.gate.ledger;

import pannier.domain.money.CardNumbers;
import pannier.wire.SettlementKey;

/**
 * A shopper says that a line of a receipt is wrong.
 *
 * @param disputeId unique for ever
 * @param line its place on the receipt, from 0
 * @param said in the shopper's words
 */
public record Dispute(String disputeId, SettlementKey key, int line, String said) {
  public Dispute {
    said = CardNumbers.masked(said);
    if (disputeId.isBlank() || line < 0 || said.isBlank()) {
      throw new IllegalArgumentException("dispute '%s' of line %d".formatted(disputeId, line));
    }
  }
}
