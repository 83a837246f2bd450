/**
 * The seals of the carts' scales as their bills carry them: kept from trip to trip, so that turning
 * a cart's calibration back shows.
 */
@NullMarked
package pannier.gate.seal;

import org.jspecify.annotations.NullMarked;
