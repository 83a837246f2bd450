/** Shoppers: what they do and when, and what they say when the cart asks them. */
@NullMarked
package pannier.simulator.shopper;

import org.jspecify.annotations.NullMarked;
