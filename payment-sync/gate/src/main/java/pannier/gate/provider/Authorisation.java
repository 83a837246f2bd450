package pannier.gate.provider;

/** A provider's answer. */
public sealed interface Authorisation {
  /**
   * The whole amount is reserved.
   *
   * @param reference the provider's own number for it
   */
  record Authorised(String reference) implements Authorisation {}

  /**
   * Less than the amount is reserved: there is not more on it. It is captured or cancelled like a
   * whole one.
   *
   * @param reference the provider's own number for it
   * @param amountMinor what is reserved
   */
  record Partial(String reference, long amountMinor) implements Authorisation {}

  /**
   * Nothing is reserved, and nothing will be under this key.
   *
   * @param reason a short code, such as {@code insufficient-funds}
   */
  record Refused(String reason) implements Authorisation {}
}
