/** {@code ./pannier calibrate}: the guided calibration of a cart's scale, from a shell. */
@NullMarked
package pannier.app.calibrate;

import org.jspecify.annotations.NullMarked;
