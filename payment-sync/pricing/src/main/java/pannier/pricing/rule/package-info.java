/**
 * What the shop's rules hang on: when, where and for whom a trip is paid. Rules are rows with
 * dates, so that a new law is a new row and no new code.
 */
@NullMarked
package pannier.pricing.rule;

import org.jspecify.annotations.NullMarked;
