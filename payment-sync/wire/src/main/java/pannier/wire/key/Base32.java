package pannier.wire.key;

/** Base 32 (RFC 4648 section 6) without padding: letters that a QR code holds in 5.5 bits each. */
public final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte each : bytes) {
      held = (held << 8) | (each & 0xff);
      bits += 8;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt((held >>> bits) & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((held << (BITS - bits)) & 31));
    }
    return text.toString();
  }

  /**
   * @throws IllegalArgumentException unless it is the encoding of exactly {@code length} bytes
   */
  public static byte[] decode(String text, int length) {
    byte[] bytes = new byte[length];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("a character that is not of base 32");
      }
      held = (held << BITS) | value;
      bits += BITS;
      if (bits >= 8 && at < length) {
        bits -= 8;
        bytes[at++] = (byte) (held >>> bits);
        held &= (1 << bits) - 1;
      }
    }
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("not the base 32 of %d bytes".formatted(length));
    }
    return bytes;
  }
}
