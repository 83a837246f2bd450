/**
 * How the recogniser takes what the simulator draws: rendered against real photos of the same
 * products, and products that are taken for their look-alikes.
 */
@NullMarked
package pannier.simulator.looks;

import org.jspecify.annotations.NullMarked;
