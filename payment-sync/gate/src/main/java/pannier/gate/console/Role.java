package pannier.gate.console;

/** What somebody may do. */
public enum Role {
  /** Carts and payments, orders to carts. */
  ATTENDANT,
  /** Also the day's report, the log, and who may sign in. */
  MANAGER
}
