/**
 * The catalogue as a table, one product a row, in CSV or JSON. The only place that knows the CSV
 * library.
 */
@NullMarked
package pannier.pricing.csv;

import org.jspecify.annotations.NullMarked;
