/**
 * Which carts belong to the store: how one is paired, by which key it is known, and how that ends.
 * A bill counts if the cart's own key signed it.
 */
@NullMarked
package pannier.gate.pairing;

import org.jspecify.annotations.NullMarked;
