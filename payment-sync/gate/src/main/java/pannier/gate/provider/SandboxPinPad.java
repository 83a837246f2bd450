package pannier.gate.provider;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A pad without keys: whoever runs the sandbox says what is typed. */
public final class SandboxPinPad implements PinPad {
  private static final PinBlock RIGHT = block("sandbox-right-pin");
  private static final PinBlock WRONG = block("sandbox-wrong-pin");

  private final Supplier<Entry> typed;

  /**
   * A pad on which is typed what {@code typed} says.
   *
   * @param typed asked once an order
   */
  public SandboxPinPad(Supplier<Entry> typed) {
    this.typed = typed;
  }

  /** The right PIN. */
  public static Entry right() {
    return new Entry.Entered(RIGHT);
  }

  /** A PIN that the sandbox refuses. */
  public static Entry wrong() {
    return new Entry.Entered(WRONG);
  }

  static boolean isWrong(PinBlock block) {
    return block.equals(WRONG);
  }

  @Override
  public Entry ask(String kind, long amountMinor, String currency) {
    return typed.get();
  }

  private static PinBlock block(String text) {
    return new PinBlock(text.getBytes(StandardCharsets.US_ASCII));
  }
}
