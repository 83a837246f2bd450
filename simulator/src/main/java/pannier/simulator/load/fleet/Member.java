package pannier.simulator.load.fleet;

import java.util.HexFormat;

/**
 * A cart that the gate knows.
 *
 * @param keyHex its pre-shared key, 32 to 128 hexadecimal digits
 */
public record Member(String cartId, String keyHex) {
  /** The key as bytes. */
  public byte[] key() {
    return HexFormat.of().parseHex(keyHex);
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return cartId;
  }
}
