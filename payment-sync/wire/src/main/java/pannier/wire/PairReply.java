package pannier.wire;

import pannier.wire.key.PeerKey;

/**
 * The cart is paired.
 *
 * @param gate the gate's own key; the cart checks it against the code that it was shown
 */
public record PairReply(String cartId, PeerKey gate) implements Message {
  public PairReply {
    Limits.text("cart", cartId, Limits.LONGEST_ID);
  }
}
