package pannier.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * A signature over something that travels beside it: COSE_Sign1 (RFC 9052 section 4.2) with Ed25519
 * (EdDSA, RFC 9053 section 2.2), a detached payload, and in its protected header the algorithm and
 * the first eight bytes of the SHA-256 of the signer's public key.
 */
public final class CoseSign1 {
  private static final String NAME = "signature";

  /** Header parameters of RFC 9052 section 3.1, and EdDSA's number. */
  private static final int ALGORITHM = 1;

  private static final int KEY_ID = 4;
  private static final int EDDSA = -8;

  private static final int KEY_ID_BYTES = 8;
  private static final int SIGNATURE_BYTES = 64;
  private static final int PARTS = 4;

  private final byte[] header;
  private final byte[] signature;

  private CoseSign1(byte[] header, byte[] signature) {
    this.header = header;
    this.signature = signature;
  }

  public static CoseSign1 by(OwnKey key, byte[] payload) {
    byte[] keyId = Arrays.copyOf(key.publicKey().sha256(), KEY_ID_BYTES);
    byte[] header = new CborFields().put(ALGORITHM, EDDSA).put(KEY_ID, keyId).encode();
    return new CoseSign1(header, key.sign(signed(header, payload)));
  }

  /** Whether {@code key} signed exactly {@code payload}. */
  public boolean isBy(PeerKey key, byte[] payload) {
    return key.verifies(signed(header, payload), signature);
  }

  public byte[] encode() {
    return CborFields.array(header, new CborFields(), null, signature);
  }

  /**
   * @param path of the field that holds it
   */
  static CoseSign1 decode(String path, byte[] bytes) throws MalformedMessageException {
    JsonNode node = CborNode.tree(path, bytes);
    if (!node.isArray() || node.size() != PARTS || !node.get(1).isObject()) {
      throw new MalformedMessageException(path, "expected COSE_Sign1, an array of four");
    }
    if (!node.get(2).isNull()) {
      throw new MalformedMessageException(
          path + ".payload", "found a payload; expected none: the bill travels beside it");
    }
    byte[] signature = bytes(node.get(3));
    if (signature == null || signature.length != SIGNATURE_BYTES) {
      throw new MalformedMessageException(
          path + "." + NAME, "expected a byte string of " + SIGNATURE_BYTES);
    }
    byte[] header = bytes(node.get(0));
    if (header == null) {
      throw new MalformedMessageException(path + ".protected", "expected a byte string");
    }
    requireEdDsa(path + ".protected", header);
    CoseSign1 read = new CoseSign1(header, signature);
    if (!Arrays.equals(read.encode(), bytes)) {
      throw new MalformedMessageException(
          path, "expected deterministic encoding, without unprotected headers");
    }
    return read;
  }

  private static void requireEdDsa(String path, byte[] header) throws MalformedMessageException {
    CborNode fields = CborNode.read(path, header);
    long algorithm = fields.number(ALGORITHM, "alg");
    if (algorithm != EDDSA) {
      throw new MalformedMessageException(
          path + ".alg", "found %d; expected %d, EdDSA".formatted(algorithm, EDDSA));
    }
  }

  /** The Sig_structure of RFC 9052 section 4.4. */
  private static byte[] signed(byte[] header, byte[] payload) {
    return CborFields.array("Signature1", header, new byte[0], payload);
  }

  private static byte @Nullable [] bytes(JsonNode node) {
    try {
      return node.isBinary() ? node.binaryValue() : null;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoseSign1 that && Arrays.equals(encode(), that.encode());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature);
  }

  @Override
  public String toString() {
    return "CoseSign1[" + HexFormat.of().formatHex(signature, 0, 4) + "…]";
  }
}
