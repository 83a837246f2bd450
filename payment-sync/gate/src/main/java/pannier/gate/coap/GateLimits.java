package pannier.gate.coap;

import java.util.function.LongSupplier;

/**
 * How much a gate takes. A cart shakes hands in four datagrams, tells its status twice a second at
 * most and settles a few times an hour, so that the limits are far from what carts do.
 *
 * @param handshakes datagrams of handshakes, by address and port
 * @param requests by session
 */
record GateLimits(Allowance handshakes, Allowance requests) {
  private static final int MOST_PEERS = 10_000;

  /** For a store: 500 carts at once come from cold. */
  static GateLimits ofStore(LongSupplier nanos) {
    return new GateLimits(
        new Allowance(
            new Allowance.Rate(20, 60), new Allowance.Rate(4_000, 12_000), MOST_PEERS, nanos),
        new Allowance(
            new Allowance.Rate(300, 600), new Allowance.Rate(10_000, 20_000), MOST_PEERS, nanos));
  }
}
