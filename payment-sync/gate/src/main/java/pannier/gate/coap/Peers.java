package pannier.gate.coap;

import java.security.Principal;
import java.security.PublicKey;
import java.util.Optional;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.elements.auth.RawPublicKeyIdentity;
import org.jspecify.annotations.Nullable;
import pannier.gate.pairing.CartBookException;
import pannier.gate.pairing.CartRegister;
import pannier.gate.pairing.PairedCart;
import pannier.wire.key.PeerKey;

/**
 * Who is at the other end of a session: a cart, by its key; whoever holds a pairing code; or a
 * reader with a key from the gate's configuration. Asked with each request, so that a cart that was
 * unpaired is none from then on.
 *
 * @param readers may look at what is public within the store, and do nothing
 */
record Peers(CartRegister carts, CartKeys readers) {

  /** The paired cart, if it is one. */
  Optional<String> cart(@Nullable Principal peer) throws CartBookException {
    return peer instanceof RawPublicKeyIdentity raw ? cart(raw.getKey()) : Optional.empty();
  }

  /** The paired cart of a key. */
  Optional<String> cart(PublicKey key) throws CartBookException {
    try {
      return carts.find(PeerKey.of(key)).map(PairedCart::cartId);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no key of ours is of another kind
    }
  }

  /** Whether it may see what is public within the store. */
  boolean mayLook(@Nullable Principal peer) throws CartBookException {
    boolean reader =
        peer instanceof PreSharedKeyIdentity psk && readers.carts().contains(psk.getIdentity());
    return reader || cart(peer).isPresent();
  }

  /** The id of the pairing code whose secret made the session, if one did. */
  Optional<String> pairing(@Nullable Principal peer) {
    return peer instanceof PreSharedKeyIdentity psk && !readers.carts().contains(psk.getIdentity())
        ? Optional.of(psk.getIdentity())
        : Optional.empty();
  }
}
