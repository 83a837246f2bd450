package pannier.gate.settlement;

import java.nio.charset.StandardCharsets;
import pannier.wire.Digest;
import pannier.wire.SettlementKey;

/** A receipt's number: a function of its key, so that no restart can give a second one. */
final class ReceiptId {
  /** Crockford's alphabet: no letter that reads like a digit. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LETTERS = 16;

  private ReceiptId() {}

  static String of(SettlementKey key) {
    byte[] hash = Digest.of(key.toString().getBytes(StandardCharsets.UTF_8)).bytes();
    StringBuilder id = new StringBuilder("R-");
    for (int i = 0; i < LETTERS; i++) {
      id.append(ALPHABET.charAt(hash[i] & 31));
    }
    return id.toString();
  }
}
