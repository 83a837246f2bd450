package pannier.wire.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Somebody's public key: Ed25519 (RFC 8032) as a SubjectPublicKeyInfo (RFC 8410), 44 bytes.
 *
 * @param hex those bytes, in lower-case hexadecimal digits
 */
public record PeerKey(String hex) {
  /** Its length as bytes. */
  public static final int BYTES = 44;

  static final String ALGORITHM = "Ed25519";

  /** What stands before the 32 bytes of the key itself, the same in each (RFC 8410 section 4). */
  private static final Pattern FORM = Pattern.compile("302a300506032b6570032100[0-9a-f]{64}");

  public PeerKey {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "key: expected an Ed25519 public key as SubjectPublicKeyInfo, %d bytes".formatted(BYTES));
    }
  }

  /**
   * @throws IllegalArgumentException if they are no such key
   */
  public static PeerKey ofBytes(byte[] bytes) {
    return new PeerKey(HexFormat.of().formatHex(bytes));
  }

  /**
   * @throws IllegalArgumentException if it is another kind of key
   */
  public static PeerKey of(PublicKey key) {
    return ofBytes(key.getEncoded());
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** As the JDK has it. */
  public PublicKey publicKey() {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has Ed25519", e);
    }
  }

  /** What it is called for short: the SHA-256 of its bytes, 32 bytes. */
  public byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether {@code signature} is this key's over {@code content}; false also for nonsense. */
  public boolean verifies(byte[] content, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(publicKey());
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The start of its digest. */
  @Override
  public String toString() {
    return "key " + HexFormat.of().formatHex(sha256(), 0, 8);
  }
}
