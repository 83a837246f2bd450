/**
 * A whole bill: prices, promotions, taxes and tenders together, explained line by line. The cart
 * shows it, the gate charges it.
 */
@NullMarked
package pannier.pricing.checkout;

import org.jspecify.annotations.NullMarked;
