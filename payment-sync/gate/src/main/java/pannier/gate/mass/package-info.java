/**
 * What the store learns of its products' masses from what carts weighed. Carts fetch it as a
 * document, staff see it and can take it back.
 */
@NullMarked
package pannier.gate.mass;

import org.jspecify.annotations.NullMarked;
