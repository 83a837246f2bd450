/**
 * Promotions: rows that take something off some lines, and which of them a bill gets. The one that
 * saves most is taken first, and a line takes part in one.
 */
@NullMarked
package pannier.pricing.promotion;

import org.jspecify.annotations.NullMarked;
