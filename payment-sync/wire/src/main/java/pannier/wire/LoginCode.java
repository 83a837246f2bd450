package pannier.wire;

import java.util.random.RandomGenerator;
import pannier.domain.evidence.Code;
import pannier.wire.key.Base32;

/**
 * What a shopper's phone shows a cart, as the text of a QR code: {@code PANNIER/L1/} and 128 bits
 * in base 32. It is good once, for one cart and for a minute.
 */
public record LoginCode(String secret) {
  /** What each begins with. */
  public static final String PREFIX = Code.LOGIN;

  private static final int BYTES = 16;

  public LoginCode {
    Base32.decode(secret, BYTES);
  }

  /** A new one. */
  public static LoginCode fresh(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LoginCode(Base32.encode(bytes));
  }

  /**
   * @throws MalformedMessageException if it is none; what was found is not quoted
   */
  public static LoginCode parse(String text) throws MalformedMessageException {
    try {
      if (text.startsWith(PREFIX)) {
        return new LoginCode(text.substring(PREFIX.length()));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new MalformedMessageException(
        "login code", "found something else; expected " + PREFIX + "CODE");
  }

  /** As it stands in the QR code. */
  public String text() {
    return PREFIX + secret;
  }

  /** Under what it is kept: nobody who reads the gate's files can show it. */
  public Digest digest() {
    return Digest.of(text().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "LoginCode";
  }
}
