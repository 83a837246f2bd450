/**
 * What all simulated devices share. They report on stepped time and are drained by the cart's tick.
 */
@NullMarked
package pannier.simulator.device;

import org.jspecify.annotations.NullMarked;
