package pannier.gate.provider;

import java.util.Optional;

/**
 * Takes payment of one kind of tender. Every call may be repeated with the same key: the provider
 * does it once and answers the same. A call that throws may or may not have been done; {@link
 * #find} tells.
 */
public interface PaymentProvider extends AutoCloseable {
  /** The kind of tender that it takes, such as {@code card}. */
  String tenderKind();

  /**
   * Reserves the amount. Under a key that was used before, the first answer.
   *
   * @throws IllegalArgumentException for another amount or currency under the same key
   */
  Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException;

  /** What is known under a key; empty if it was never heard of. */
  Optional<Authorisation> find(String key) throws ProviderUnreachableException;

  /**
   * Takes the reserved amount.
   *
   * @throws IllegalStateException if nothing is authorised under {@code key}
   */
  void capture(String key) throws ProviderUnreachableException;

  /**
   * Gives the reserved amount back, and makes sure that nothing is ever authorised under {@code
   * key}.
   *
   * @throws IllegalStateException if it is captured
   */
  void cancel(String key) throws ProviderUnreachableException;

  @Override
  void close();
}
