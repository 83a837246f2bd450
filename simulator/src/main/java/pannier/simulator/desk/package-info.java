/**
 * {@code ./pannier sim}: a page for developers with a shop, a cart on simulated devices, and all
 * that it sees, weighs and decides.
 */
@NullMarked
package pannier.simulator.desk;

import org.jspecify.annotations.NullMarked;
