package pannier.gate.provider;

import java.util.Optional;
import java.util.Set;

/**
 * Takes payment. Every call may be repeated with the same key: the provider does it once and
 * answers the same. A call that throws may or may not have been done; {@link #find} tells.
 */
public interface PaymentProvider extends AutoCloseable {
  /** The kinds of tender that it takes, such as {@code card} and {@code snap}. */
  Set<String> tenderKinds();

  /**
   * Reserves the amount. Under a key that was used before, the first answer.
   *
   * @throws IllegalArgumentException for another amount or currency under the same key
   */
  Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException;

  /** What is known under a key; empty if it was never heard of. */
  Optional<Authorisation> find(String key) throws ProviderUnreachableException;

  /**
   * Raises what is reserved to {@code amountMinor}; refused, the old amount stays reserved.
   *
   * @param amountMinor not less than what is reserved; the same again changes nothing
   * @throws IllegalStateException if nothing is authorised under {@code key}
   * @throws IllegalArgumentException for a lower amount
   */
  Authorisation raise(String key, long amountMinor) throws ProviderUnreachableException;

  /**
   * Takes some or all of the reserved amount, once; the rest is given back.
   *
   * @throws IllegalStateException if nothing is authorised under {@code key}, or another amount was
   *     taken
   * @throws IllegalArgumentException for more than is reserved
   */
  void capture(String key, long amountMinor) throws ProviderUnreachableException;

  /**
   * Gives the reserved amount back, and makes sure that nothing is ever authorised under {@code
   * key}.
   *
   * @throws IllegalStateException if it is captured
   */
  void cancel(String key) throws ProviderUnreachableException;

  /**
   * Gives some of what was captured back to where it came from.
   *
   * @param refundKey the same for the same refund, and for no other
   * @throws IllegalStateException if nothing is captured under {@code key}
   * @throws IllegalArgumentException for more than is captured and not refunded yet
   */
  void refund(String key, String refundKey, long amountMinor) throws ProviderUnreachableException;

  @Override
  void close();
}
