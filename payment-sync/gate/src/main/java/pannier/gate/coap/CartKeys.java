package pannier.gate.coap;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Peers that may shake hands with a pre-shared key and look at what is public within the store: its
 * resources and its price list. They are no carts; those have keys of their own.
 */
public final class CartKeys {
  /** RFC 7925 wants keys that cannot be guessed; 128 bits. */
  public static final int LEAST_BYTES = 16;

  /** As long as a hash; longer gains nothing. */
  public static final int MOST_BYTES = 64;

  /** Nobody. */
  public static final CartKeys NONE = new CartKeys(Map.of());

  private final Map<String, byte[]> keys = new HashMap<>();

  /**
   * @param keys by name; each of {@link #LEAST_BYTES} to {@link #MOST_BYTES}
   */
  public CartKeys(Map<String, byte[]> keys) {
    keys.forEach(
        (cart, key) -> {
          if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException("key of %s: %d bytes".formatted(cart, key.length));
          }
          this.keys.put(cart, key.clone());
        });
  }

  Set<String> carts() {
    return keys.keySet();
  }

  byte[] key(String cart) {
    byte[] key = keys.get(cart);
    if (key == null) {
      throw new IllegalArgumentException("no cart " + cart);
    }
    return key.clone();
  }

  /** How many there are. No key ever shows in text. */
  @Override
  public String toString() {
    return keys.size() + " readers";
  }
}
