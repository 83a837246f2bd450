package pannier.wire.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A file that only the holder of one key pair can read, and that is read once: AES-256-GCM under a
 * key that HKDF (RFC 5869) derives from the private half. It is removed before it is handed out, so
 * that what it holds can never be used twice.
 */
public final class SealedFile {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final long MOST_BYTES = 16 * 1024 * 1024;

  private final Path file;
  private final SecretKey key;

  /**
   * @param owner whose private half the key is derived from
   */
  public SealedFile(Path file, OwnKey owner) {
    this.file = file;
    this.key = derived(owner);
  }

  private static SecretKey derived(OwnKey owner) {
    try {
      HKDFParameterSpec from =
          HKDFParameterSpec.ofExtract()
              .addIKM(owner.privateKey().getEncoded())
              .thenExpand("pannier sealed file".getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has HKDF", e);
    }
  }

  /** Writes it, whole or not at all. */
  public void write(byte[] content) throws IOException {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
      OwnFile.write(
          file, ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has AES-GCM", e);
    }
  }

  /**
   * Its content, once; empty if there is none, or if it is damaged or another's.
   *
   * @throws IOException if it is there and cannot be removed: it must not be used then
   */
  public Optional<byte[]> takeOut() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] sealed = Files.size(file) > MOST_BYTES ? new byte[0] : Files.readAllBytes(file);
    OwnFile.remove(file);
    if (sealed.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
