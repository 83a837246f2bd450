package pannier.wire;

/** The answer to what the store only keeps: that it has. */
public final class Kept {
  private Kept() {}

  public static byte[] encode() {
    return new CborFields().put(0, Limits.VERSION).encode();
  }
}
