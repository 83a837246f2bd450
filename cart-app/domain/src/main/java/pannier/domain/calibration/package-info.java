/**
 * From converters' counts to grams: each cell's zero, span and temperature, the law of its creep,
 * and the guided procedure that finds them with one known mass. Which numbers changed, and when, is
 * kept by whoever keeps the file.
 */
@NullMarked
package pannier.domain.calibration;

import org.jspecify.annotations.NullMarked;
