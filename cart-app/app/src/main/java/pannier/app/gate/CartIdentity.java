package pannier.app.gate;

import java.net.InetSocketAddress;
import pannier.payment.cart.coap.PreSharedKey;

/**
 * Who a cart is to its gate, and where the gate is.
 *
 * @param key that both share
 */
public record CartIdentity(String cartId, PreSharedKey key, InetSocketAddress gate) {}
