package pannier.gate.fleet;

import pannier.wire.CartStatus;

/** Who else listens to what carts say of themselves. Called by many threads; must not wait. */
@FunctionalInterface
public interface Heard {
  /** Nobody. */
  Heard NOBODY = (cartId, status) -> {};

  /**
   * @param cartId who says it, as the handshake proved
   */
  void heard(String cartId, CartStatus status);
}
