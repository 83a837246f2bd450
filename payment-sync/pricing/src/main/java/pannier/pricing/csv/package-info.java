/**
 * The catalogue as a table of text, one product a row. The only place that knows the CSV library.
 */
@NullMarked
package pannier.pricing.csv;

import org.jspecify.annotations.NullMarked;
