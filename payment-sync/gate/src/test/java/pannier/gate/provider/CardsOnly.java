package pannier.gate.provider;

import java.util.Set;

/** A provider of cards and nothing else. */
final class CardsOnly extends ForwardingProvider {
  CardsOnly(PaymentProvider provider) {
    super(provider);
  }

  @Override
  public Set<String> tenderKinds() {
    return Set.of("card");
  }
}
