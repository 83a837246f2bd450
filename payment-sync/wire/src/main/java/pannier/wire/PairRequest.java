package pannier.wire;

import pannier.wire.key.PeerKey;

/**
 * A cart asks to be paired, in a session that a pairing code's secret made.
 *
 * @param key by which the gate is to know it from now on
 */
public record PairRequest(String cartId, PeerKey key) implements Message {
  public PairRequest {
    Limits.text("cart", cartId, Limits.LONGEST_ID);
  }
}
