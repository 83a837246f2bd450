package pannier.gate.provider;

import java.util.Arrays;

/**
 * A PIN as the pad encrypted it (ISO 9564-1, format 4); the gate cannot read it, passes it on once,
 * and never keeps it. Immutable.
 */
public final class PinBlock {
  private final byte[] encrypted;

  public PinBlock(byte[] encrypted) {
    this.encrypted = encrypted.clone();
  }

  byte[] encrypted() {
    return encrypted.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PinBlock block && Arrays.equals(encrypted, block.encrypted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encrypted);
  }

  /** Keeps it out of logs. */
  @Override
  public String toString() {
    return "PinBlock";
  }
}
