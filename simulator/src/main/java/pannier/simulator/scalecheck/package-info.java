/** Measures the cart's own scale on simulated load cells: what it finds, misses and makes up. */
@NullMarked
package pannier.simulator.scalecheck;

import org.jspecify.annotations.NullMarked;
