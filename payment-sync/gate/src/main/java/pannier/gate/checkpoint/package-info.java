/**
 * Baskets as carts last told them, and how staff move one from a cart that died: to a till, or to
 * another cart. Whichever it is, the basket is paid once.
 */
@NullMarked
package pannier.gate.checkpoint;

import org.jspecify.annotations.NullMarked;
