/**
 * The exit gate in the same process as the cart, which can be switched off and on, and the network
 * between the two.
 */
@NullMarked
package pannier.simulator.desk.gate;

import org.jspecify.annotations.NullMarked;
