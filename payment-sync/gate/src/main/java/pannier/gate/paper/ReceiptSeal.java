package pannier.gate.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import pannier.gate.shelf.Shelf;
import pannier.gate.shelf.StoreKeys;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;

/**
 * Signs receipts with the gate's own Ed25519 key (RFC 8032): the signature is over the receipt's
 * message as it goes to the cart (hardware-docs/protocol.md), in base64url.
 */
public final class ReceiptSeal {
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey key;
  private final PublicKey publicKey;

  private ReceiptSeal(KeyPair pair) {
    this.key = pair.getPrivate();
    this.publicKey = pair.getPublic();
  }

  /**
   * The store's key pair, of which {@code file} is the gate's copy.
   *
   * @throws IOException if it cannot be read or made, or is no key pair
   */
  public static ReceiptSeal open(Path file, Shelf shelf) throws IOException {
    new StoreKeys(shelf).settle(file, ReceiptSeal::open);
    return open(file);
  }

  /**
   * The key pair of {@code file}; a new one, which nobody else may read, where there is none.
   *
   * @throws IOException if it cannot be read or made, or is no key pair
   */
  public static ReceiptSeal open(Path file) throws IOException {
    try {
      if (!Files.exists(file)) {
        write(file, KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      if (lines.size() != 2) {
        throw new IOException(
            "%s: found %d lines; expected a private and a public key"
                .formatted(file, lines.size()));
      }
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      return new ReceiptSeal(
          new KeyPair(
              keys.generatePublic(new X509EncodedKeySpec(decoded(lines.get(1)))),
              keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(lines.get(0))))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + ": found something else; expected an Ed25519 key pair", e);
    }
  }

  private static void write(Path file, KeyPair pair) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Base64.Encoder text = Base64.getEncoder();
    Files.write(
        file,
        List.of(
            text.encodeToString(pair.getPrivate().getEncoded()),
            text.encodeToString(pair.getPublic().getEncoded())));
  }

  private static byte[] decoded(String line) {
    return Base64.getDecoder().decode(line);
  }

  /** The signature of a receipt, 86 characters. */
  public String sign(Receipt receipt) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(SettlementCodec.encode(receipt));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has Ed25519", e);
    }
  }

  /** Whether {@code seal} is this gate's signature of the receipt. */
  public boolean isRight(Receipt receipt, String seal) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicKey);
      signature.update(SettlementCodec.encode(receipt));
      return signature.verify(Base64.getUrlDecoder().decode(seal));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The public key in X.509 form, base64url, for whoever wants to check. */
  public String publicKey() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey.getEncoded());
  }
}
