package pannier.payment.cart.coap;

import java.net.InetSocketAddress;
import java.time.Duration;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * Where the gate is, and who cart and gate are to each other.
 *
 * @param own the cart's key, which the gate knows since the cart was paired
 * @param gateKey the gate's, which the cart was told then; no other gate is spoken to
 * @param patience how long a request waits for its response, for each KiB that it is long
 * @param firstRetransmit how long CoAP waits before it sends a datagram again (RFC 7252 section
 *     4.8: 2 s on the open Internet); doubled each time
 */
public record GateLink(
    InetSocketAddress gate,
    OwnKey own,
    PeerKey gateKey,
    Duration patience,
    Duration firstRetransmit) {

  /** On the store's own network, where a round trip takes milliseconds. */
  public static GateLink inTheStore(InetSocketAddress gate, OwnKey own, PeerKey gateKey) {
    return new GateLink(gate, own, gateKey, Duration.ofSeconds(10), Duration.ofMillis(500));
  }
}
