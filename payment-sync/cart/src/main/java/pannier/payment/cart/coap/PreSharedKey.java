package pannier.payment.cart.coap;

import java.util.HexFormat;

/** A secret that cart and gate share. It never shows in text. */
public final class PreSharedKey {
  private static final int LEAST_BYTES = 16;
  private static final int MOST_BYTES = 64;

  private final byte[] secret;

  /**
   * @param secret 16 to 64 bytes
   */
  public PreSharedKey(byte[] secret) {
    if (secret.length < LEAST_BYTES || secret.length > MOST_BYTES) {
      throw new IllegalArgumentException("a key of %d bytes".formatted(secret.length));
    }
    this.secret = secret.clone();
  }

  /**
   * @param hex 32 to 128 hexadecimal digits
   */
  public static PreSharedKey ofHex(String hex) {
    return new PreSharedKey(HexFormat.of().parseHex(hex));
  }

  byte[] secret() {
    return secret.clone();
  }

  @Override
  public String toString() {
    return "PreSharedKey";
  }
}
