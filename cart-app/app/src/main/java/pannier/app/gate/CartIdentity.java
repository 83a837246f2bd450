package pannier.app.gate;

import java.net.InetSocketAddress;
import pannier.payment.cart.coap.CartPairing;
import pannier.payment.cart.coap.GateLink;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * Who a paired cart is to its gate, and where and who the gate is.
 *
 * @param key the cart's own
 */
public record CartIdentity(String cartId, OwnKey key, PeerKey gateKey, InetSocketAddress gate) {
  public static CartIdentity of(CartPairing.Paired paired) {
    return new CartIdentity(paired.cartId(), paired.key(), paired.gateKey(), paired.gate());
  }

  /** The way to the gate. */
  public GateLink link() {
    return GateLink.inTheStore(gate, key, gateKey);
  }
}
