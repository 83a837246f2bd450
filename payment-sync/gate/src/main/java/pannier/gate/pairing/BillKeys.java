package pannier.gate.pairing;

import java.util.List;
import pannier.wire.key.PeerKey;

/** The keys whose signature makes a bill. */
@FunctionalInterface
public interface BillKeys {
  /**
   * The keys that {@code cartId} may have signed a bill with: its own, and those that staff
   * replaced while a bill may have waited. None for a cart that is not paired.
   */
  List<PeerKey> list(String cartId);
}
