/**
 * Random baskets, and an oracle that reckons them another way: by counting single pieces and cents.
 */
@NullMarked
package pannier.pricing.trial;

import org.jspecify.annotations.NullMarked;
