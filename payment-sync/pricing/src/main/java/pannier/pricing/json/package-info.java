/**
 * Price books, cases and reckonings as JSON. Each fault names file, place, what was found and what
 * would be right.
 */
@NullMarked
package pannier.pricing.json;

import org.jspecify.annotations.NullMarked;
