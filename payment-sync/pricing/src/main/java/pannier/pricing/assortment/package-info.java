/**
 * What a shop sells with all that is known of it: the catalogue, and beside it how each product is
 * taxed, paid and handled.
 */
@NullMarked
package pannier.pricing.assortment;

import org.jspecify.annotations.NullMarked;
