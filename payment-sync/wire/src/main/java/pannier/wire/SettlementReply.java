package pannier.wire;

/**
 * What the gate made of a settlement: final, and the same to the byte however often it is asked.
 */
public sealed interface SettlementReply extends Message permits Receipt, Declined {
  SettlementKey key();
}
