package pannier.gate.provider;

/** The pad at the gate, on which food and cash benefits are confirmed with a PIN. */
@FunctionalInterface
public interface PinPad {
  /** What the shopper did. */
  sealed interface Entry {
    record Entered(PinBlock block) implements Entry {}

    record Cancelled() implements Entry {}

    /** Nothing was typed in time. */
    record TimedOut() implements Entry {}
  }

  /**
   * Shows the amount and waits for the PIN.
   *
   * @param kind of the tender, such as {@code snap}
   */
  Entry ask(String kind, long amountMinor, String currency);
}
