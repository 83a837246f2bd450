package pannier.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.gate.fleet.Fleet;
import pannier.gate.fleet.Heard;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.provider.PinnedProvider;
import pannier.gate.provider.ProvidersByKind;
import pannier.gate.provider.SandboxPinPad;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.reserve.Reservations;
import pannier.gate.reserve.ReservedProvider;
import pannier.gate.stripe.StripeProvider;
import pannier.gate.till.Till;
import pannier.wire.StaffOrder;

/**
 * Who moves the store's money, put together: cash at the till, cards at Stripe where the store has
 * an account, the sandbox for all else, and reservations before all of them.
 */
final class GateProviders implements AutoCloseable {
  private final GateConfig config;
  private final ReservedProvider all;
  private final Till till;
  private Optional<Reservations> reservations = Optional.empty();

  private GateProviders(GateConfig config, ReservedProvider all, Till till) {
    this.config = config;
    this.all = all;
    this.till = till;
  }

  static GateProviders open(GateConfig config) throws IOException {
    InstantSource clock = InstantSource.system();
    Till till = Till.open(config.shelf(), clock);
    List<PaymentProvider> kinds = new ArrayList<>();
    kinds.add(till);
    if (config.stripe().isPresent()) {
      String key = Files.readString(config.stripe().get()).strip();
      kinds.add(
          StripeProvider.open(
              config.shelf(), new StripeProvider.Account(key, StripeProvider.Account.API)));
    }
    kinds.add(
        new PinnedProvider(
            SandboxProvider.open(config.shelf()), new SandboxPinPad(SandboxPinPad::right)));
    ReservedProvider reserved =
        ReservedProvider.open(new ProvidersByKind(kinds), config.shelf(), clock);
    return new GateProviders(config, reserved, till);
  }

  /** As one, which whoever takes it closes. */
  PaymentProvider all() {
    return all;
  }

  Till till() {
    return till;
  }

  /** Listens to carts, and reserves cards, if the store wants that. */
  Heard reservations(Fleet fleet) {
    if (config.reserve().isEmpty()) {
      return Heard.NOBODY;
    }
    Reservations started =
        new Reservations(
                all,
                config.reserve().get().minor(),
                config.currency().getCurrencyCode(),
                (cart, trip, reason) ->
                    fleet.order(
                        cart,
                        trip,
                        StaffOrder.Kind.CARD_REFUSED,
                        0,
                        new StaffOrder.Word("gate", reason)),
                InstantSource.system())
            .start();
    reservations = Optional.of(started);
    return started;
  }

  /** Stops reserving. */
  @Override
  public void close() {
    reservations.ifPresent(Reservations::close);
  }
}
