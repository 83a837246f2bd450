package pannier.wire;

import java.nio.charset.StandardCharsets;

/**
 * What a shopper says at a staffed till so that its bill is found: cart and gate make it of the
 * settlement's key. It is no secret: who says another's pays another's bill.
 */
public final class HandOverCode {
  /** Without letters and digits that are heard or read for others. */
  private static final String LETTERS = "ACDEFHJKLMNPRTUVWXY34679";

  private static final int LENGTH = 6;

  private HandOverCode() {}

  /** Six letters and digits: one in 190 million. */
  public static String of(SettlementKey key) {
    byte[] hash = Digest.of(("hand-over " + key).getBytes(StandardCharsets.UTF_8)).bytes();
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(Byte.toUnsignedInt(hash[i]) % LETTERS.length()));
    }
    return code.toString();
  }
}
