package pannier.gate.provider;

import java.util.Optional;
import java.util.Set;

/** Asks for the PIN at the gate's pad before benefits are authorised, once for each order. */
public final class PinnedProvider implements PaymentProvider {
  /** USDA asks for a PIN with each purchase by EBT card. */
  private static final Set<String> WITH_PIN = Set.of("snap", "ebt_cash");

  private final PaymentProvider provider;
  private final PinPad pad;

  /** Takes the provider over and closes it. */
  public PinnedProvider(PaymentProvider provider, PinPad pad) {
    this.provider = provider;
    this.pad = pad;
  }

  @Override
  public Set<String> tenderKinds() {
    return provider.tenderKinds();
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    if (!WITH_PIN.contains(order.means().kind()) || provider.find(order.key()).isPresent()) {
      return provider.authorise(order);
    }
    return switch (pad.ask(order.means().kind(), order.amountMinor(), order.currency())) {
      case PinPad.Entry.Entered entered -> provider.authorise(order.with(entered.block()));
      case PinPad.Entry.Cancelled _ -> refused(order, "pin-cancelled");
      case PinPad.Entry.TimedOut _ -> refused(order, "pin-timed-out");
    };
  }

  private Authorisation refused(PaymentOrder order, String reason)
      throws ProviderUnreachableException {
    provider.cancel(order.key());
    return new Authorisation.Refused(reason);
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
