/** How a cart itself moves: floors, ramps and kerbs, as its scale and its accelerometer feel it. */
@NullMarked
package pannier.simulator.ride;

import org.jspecify.annotations.NullMarked;
