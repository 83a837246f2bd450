/** The shopper's hand and arm, the ways it grips things, and the ways it moves them. */
@NullMarked
package pannier.simulator.hand;

import org.jspecify.annotations.NullMarked;
