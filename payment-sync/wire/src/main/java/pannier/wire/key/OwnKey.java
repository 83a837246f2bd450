package pannier.wire.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** A key pair of one's own. The private half never shows in text. */
public final class OwnKey {
  private final PrivateKey privateKey;
  private final PeerKey publicKey;

  private OwnKey(PrivateKey privateKey, PeerKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A new one, in memory alone. */
  public static OwnKey make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(PeerKey.ALGORITHM).generateKeyPair();
      return new OwnKey(pair.getPrivate(), PeerKey.of(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has Ed25519", e);
    }
  }

  /**
   * The key pair of {@code file}: PKCS#8 and SubjectPublicKeyInfo, each a line of base64. Where
   * there is none a new one is made, which only its owner may read (mode 0600).
   *
   * @throws IOException if it cannot be read or made, or is no key pair
   */
  public static OwnKey open(Path file) throws IOException {
    if (!Files.exists(file)) {
      make().write(file);
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    if (lines.size() != 2) {
      throw new IOException(
          "%s: found %d lines; expected a private and a public key".formatted(file, lines.size()));
    }
    try {
      OwnKey key = of(lines.get(0), lines.get(1));
      byte[] probe = {1};
      if (key.publicKey.verifies(probe, key.sign(probe))) {
        return key;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + ": found something else; expected an Ed25519 key pair", e);
    }
    throw new IOException(file + ": found two keys that are no pair; expected an Ed25519 key pair");
  }

  private static OwnKey of(String privateLine, String publicLine) throws GeneralSecurityException {
    Base64.Decoder decoder = Base64.getDecoder();
    return new OwnKey(
        KeyFactory.getInstance(PeerKey.ALGORITHM)
            .generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(privateLine))),
        PeerKey.ofBytes(decoder.decode(publicLine)));
  }

  /** Whole or not at all, and on the disk on return; what stood there is replaced. */
  public void write(Path file) throws IOException {
    Base64.Encoder encoder = Base64.getEncoder();
    String text =
        "%s%n%s%n"
            .formatted(
                encoder.encodeToString(privateKey.getEncoded()),
                encoder.encodeToString(publicKey.bytes()));
    OwnFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  public PeerKey publicKey() {
    return publicKey;
  }

  /** For the handshake. */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /** The signature of {@code content}, 64 bytes; the same for the same content. */
  public byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(PeerKey.ALGORITHM);
      signature.initSign(privateKey);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has Ed25519", e);
    }
  }

  @Override
  public String toString() {
    return "OwnKey[" + publicKey + "]";
  }
}
