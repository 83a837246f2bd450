package pannier.gate.provider;

/** A provider's answer. */
public sealed interface Authorisation {
  /**
   * The amount is reserved.
   *
   * @param reference the provider's own number for it
   */
  record Authorised(String reference) implements Authorisation {}

  /**
   * Nothing is reserved, and nothing will be under this key.
   *
   * @param reason a short code, such as {@code insufficient-funds}
   */
  record Refused(String reason) implements Authorisation {}
}
