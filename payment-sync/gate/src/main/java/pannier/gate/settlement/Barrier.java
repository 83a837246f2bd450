package pannier.gate.settlement;

import pannier.wire.SettlementKey;

/** What lets the shopper out. Only a settlement that is in the ledger opens it. */
@FunctionalInterface
public interface Barrier {
  /** Opens once; returns when the command is given, without waiting for the shopper. */
  void open(SettlementKey key, String receiptId);
}
