package pannier.gate.provider;

import java.util.Set;

/** Asks for the PIN at the gate's pad before benefits are authorised, once for each order. */
public final class PinnedProvider extends ForwardingProvider {
  /** USDA asks for a PIN with each purchase by EBT card. */
  private static final Set<String> WITH_PIN = Set.of("snap", "ebt_cash");

  private final PinPad pad;

  /** Takes the provider over and closes it. */
  public PinnedProvider(PaymentProvider provider, PinPad pad) {
    super(provider);
    this.pad = pad;
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    if (!WITH_PIN.contains(order.means().kind()) || find(order.key()).isPresent()) {
      return super.authorise(order);
    }
    return switch (pad.ask(order.means().kind(), order.amountMinor(), order.currency())) {
      case PinPad.Entry.Entered entered -> super.authorise(order.with(entered.block()));
      case PinPad.Entry.Cancelled _ -> refused(order, "pin-cancelled");
      case PinPad.Entry.TimedOut _ -> refused(order, "pin-timed-out");
    };
  }

  private Authorisation refused(PaymentOrder order, String reason)
      throws ProviderUnreachableException {
    cancel(order.key());
    return new Authorisation.Refused(reason);
  }
}
