package pannier.payment.cart.coap;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where the gate is, and who the cart is to it.
 *
 * @param patience how long a request waits for its response, for each KiB that it is long
 * @param firstRetransmit how long CoAP waits before it sends a datagram again (RFC 7252 section
 *     4.8: 2 s on the open Internet); doubled each time
 */
public record GateLink(
    InetSocketAddress gate,
    String cartId,
    PreSharedKey key,
    Duration patience,
    Duration firstRetransmit) {

  /** On the store's own network, where a round trip takes milliseconds. */
  public static GateLink inTheStore(InetSocketAddress gate, String cartId, PreSharedKey key) {
    return new GateLink(gate, cartId, key, Duration.ofSeconds(10), Duration.ofMillis(500));
  }
}
