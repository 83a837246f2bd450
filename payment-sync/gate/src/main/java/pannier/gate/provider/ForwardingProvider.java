package pannier.gate.provider;

import java.util.Optional;
import java.util.Set;

/** Hands everything on to another provider, for those that change one thing about it. */
abstract class ForwardingProvider implements PaymentProvider {
  private final PaymentProvider provider;

  /** Takes the provider over and closes it. */
  ForwardingProvider(PaymentProvider provider) {
    this.provider = provider;
  }

  @Override
  public Set<String> tenderKinds() {
    return provider.tenderKinds();
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    return provider.authorise(order);
  }

  @Override
  public Optional<Authorisation> find(String key) throws ProviderUnreachableException {
    return provider.find(key);
  }

  @Override
  public Authorisation raise(String key, long amountMinor) throws ProviderUnreachableException {
    return provider.raise(key, amountMinor);
  }

  @Override
  public void capture(String key, long amountMinor) throws ProviderUnreachableException {
    provider.capture(key, amountMinor);
  }

  @Override
  public void cancel(String key) throws ProviderUnreachableException {
    provider.cancel(key);
  }

  @Override
  public void refund(String key, String refundKey, long amountMinor)
      throws ProviderUnreachableException {
    provider.refund(key, refundKey, amountMinor);
  }

  @Override
  public void close() {
    provider.close();
  }
}
