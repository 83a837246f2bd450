package pannier.wire;

/**
 * A shopper showed a code to the cart. Asked again by the same cart it is the same login.
 *
 * @param code as it stood in the QR code
 */
public record LoginRequest(String code) implements Message {
  public LoginRequest {
    Limits.text("code", code, Limits.LONGEST_TEXT);
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "LoginRequest";
  }
}
