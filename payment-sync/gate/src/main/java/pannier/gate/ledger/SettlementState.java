package pannier.gate.ledger;

/** How far an attempt has come. */
public enum SettlementState {
  /** Committed before the provider is asked; may be authorised, is not decided. */
  INTENDED,
  /** Paid; final. */
  SETTLED,
  /** Refused or withdrawn; nothing was or will be charged; final. */
  DECLINED
}
