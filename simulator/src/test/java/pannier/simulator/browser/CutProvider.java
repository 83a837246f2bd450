package pannier.simulator.browser;

import java.util.Optional;
import java.util.Set;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.provider.ProviderUnreachableException;

/** A payment provider whose line can be cut. */
final class CutProvider implements PaymentProvider {
  private final PaymentProvider provider;
  private volatile boolean cut;

  CutProvider(PaymentProvider provider) {
    this.provider = provider;
  }

  void cut(boolean now) {
    cut = now;
  }

  private PaymentProvider there() throws ProviderUnreachableException {
    if (cut) {
      throw new ProviderUnreachableException("the line is cut");
    }
    return provider;
  }

  @Override
  public Set<String> tenderKinds() {
    return provider.tenderKinds();
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    return there().authorise(order);
  }

  @Override
  public Optional<Authorisation> find(String key) throws ProviderUnreachableException {
    return there().find(key);
  }

  @Override
  public Authorisation raise(String key, long amountMinor) throws ProviderUnreachableException {
    return there().raise(key, amountMinor);
  }

  @Override
  public void capture(String key, long amountMinor) throws ProviderUnreachableException {
    there().capture(key, amountMinor);
  }

  @Override
  public void cancel(String key) throws ProviderUnreachableException {
    there().cancel(key);
  }

  @Override
  public void refund(String key, String refundKey, long amountMinor)
      throws ProviderUnreachableException {
    there().refund(key, refundKey, amountMinor);
  }

  @Override
  public void close() {
    provider.close();
  }
}
