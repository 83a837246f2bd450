package pannier.gate.pairing;

import java.time.Instant;
import pannier.wire.key.PeerKey;

/**
 * A cart of the store.
 *
 * @param since it was paired
 * @param staff who paired it
 */
public record PairedCart(String cartId, PeerKey key, Instant since, String staff) {}
