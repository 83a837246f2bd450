package pannier.wire;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import pannier.wire.key.Base32;
import pannier.wire.key.PeerKey;

/**
 * What staff show a cart to pair it with their store, as the text of a QR code: {@code
 * PANNIER/P1/ID/SECRET/KEY/HOST:PORT}, in the letters that a QR code packs best. It is good once
 * and for two minutes.
 *
 * @param id names the pairing in the handshake
 * @param secret 128 bits in base 32, the handshake's pre-shared key
 * @param gateKey the first 128 bits of the SHA-256 of the gate's public key, in base 32
 * @param host of the gate's CoAP server
 */
public record PairingCode(String id, String secret, String gateKey, String host, int port) {
  /** What each begins with. */
  public static final String PREFIX = "PANNIER/P1/";

  private static final int ID_BYTES = 5;
  private static final int SECRET_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int MOST_HOST = 64;
  private static final int PARTS = 4;

  public PairingCode {
    Base32.decode(id, ID_BYTES);
    Base32.decode(secret, SECRET_BYTES);
    Base32.decode(gateKey, KEY_BYTES);
    if (!host.matches("[0-9A-Za-z.:-]{1,%d}".formatted(MOST_HOST))) {
      throw new IllegalArgumentException("host: expected a name or an address");
    }
    Limits.range("port", port, 1, 65_535);
  }

  /** A new one. */
  public static PairingCode fresh(PeerKey gate, String host, int port, SecureRandom random) {
    return new PairingCode(
        random(ID_BYTES, random), random(SECRET_BYTES, random), keyMark(gate), host, port);
  }

  private static String random(int length, SecureRandom random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base32.encode(bytes);
  }

  private static String keyMark(PeerKey key) {
    return Base32.encode(Arrays.copyOf(key.sha256(), KEY_BYTES));
  }

  /**
   * Reads one. What is secret in it is never quoted.
   *
   * @throws MalformedMessageException if it is none
   */
  public static PairingCode parse(String text) throws MalformedMessageException {
    String wanted = "expected " + PREFIX + "ID/SECRET/KEY/HOST:PORT";
    if (!text.startsWith(PREFIX)) {
      throw new MalformedMessageException("pairing code", "found something else; " + wanted);
    }
    List<String> parts = List.of(text.substring(PREFIX.length()).split("/", -1));
    int colon = text.lastIndexOf(':');
    if (parts.size() != PARTS || colon < text.lastIndexOf('/')) {
      throw new MalformedMessageException(
          "pairing code", "found %d parts; %s".formatted(parts.size(), wanted));
    }
    String place = parts.get(3);
    try {
      String host = place.substring(0, place.lastIndexOf(':'));
      int port = Integer.parseInt(text.substring(colon + 1));
      return new PairingCode(parts.get(0), parts.get(1), parts.get(2), host, port);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("pairing code", "found a damaged one; " + wanted);
    }
  }

  /** As it stands in the QR code. */
  public String text() {
    return "%s%s/%s/%s/%s:%d".formatted(PREFIX, id, secret, gateKey, host, port);
  }

  public byte[] secretBytes() {
    return Base32.decode(secret, SECRET_BYTES);
  }

  /** Whether it is this gate's. */
  public boolean isOf(PeerKey gate) {
    return keyMark(gate).equals(gateKey);
  }

  /** Without its secret. */
  @Override
  public String toString() {
    return "PairingCode[%s, %s:%d]".formatted(id, host, port);
  }
}
