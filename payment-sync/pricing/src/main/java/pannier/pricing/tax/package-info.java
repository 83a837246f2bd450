/**
 * Taxes: rates by class, authority and date, and where their amounts are rounded. Everything before
 * the rounding is exact.
 */
@NullMarked
package pannier.pricing.tax;

import org.jspecify.annotations.NullMarked;
