/**
 * The pure rules of money: what a bill costs. The cart shows with them, the gate charges with them.
 */
@NullMarked
package pannier.pricing;

import org.jspecify.annotations.NullMarked;
