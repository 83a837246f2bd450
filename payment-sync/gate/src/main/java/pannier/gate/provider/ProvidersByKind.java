package pannier.gate.provider;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Several providers as one: an order goes to the first that takes its kind of tender; what comes
 * later goes to the one that knows its key.
 */
public final class ProvidersByKind implements PaymentProvider {
  private final List<PaymentProvider> providers;

  /** Takes the providers over and closes them. */
  public ProvidersByKind(List<PaymentProvider> providers) {
    this.providers = List.copyOf(providers);
  }

  @Override
  public Set<String> tenderKinds() {
    Set<String> kinds = new HashSet<>();
    providers.forEach(provider -> kinds.addAll(provider.tenderKinds()));
    return Set.copyOf(kinds);
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    for (PaymentProvider provider : providers) {
      if (provider.tenderKinds().contains(order.means().kind())) {
        return provider.authorise(order);
      }
    }
    throw new IllegalArgumentException("nobody takes " + order.means().kind());
  }

  @Override
  public Optional<Authorisation> find(String key) throws ProviderUnreachableException {
    for (PaymentProvider provider : providers) {
      Optional<Authorisation> known = provider.find(key);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  @Override
  public Authorisation raise(String key, long amountMinor) throws ProviderUnreachableException {
    return knowing(key).raise(key, amountMinor);
  }

  @Override
  public void capture(String key, long amountMinor) throws ProviderUnreachableException {
    knowing(key).capture(key, amountMinor);
  }

  /** At all of them: the key may have been begun at any. */
  @Override
  public void cancel(String key) throws ProviderUnreachableException {
    for (PaymentProvider provider : providers) {
      provider.cancel(key);
    }
  }

  @Override
  public void refund(String key, String refundKey, long amountMinor)
      throws ProviderUnreachableException {
    knowing(key).refund(key, refundKey, amountMinor);
  }

  @Override
  public void close() {
    providers.forEach(PaymentProvider::close);
  }

  private PaymentProvider knowing(String key) throws ProviderUnreachableException {
    for (PaymentProvider provider : providers) {
      Optional<Authorisation> known = provider.find(key);
      if (known.isPresent() && !(known.get() instanceof Authorisation.Refused)) {
        return provider;
      }
    }
    throw new IllegalStateException(key + " is UNKNOWN");
  }
}
