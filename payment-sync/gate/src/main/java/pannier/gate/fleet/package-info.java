/**
 * The carts that the gate hears of, as they last said they are, and what staff want them to do. In
 * memory: after a restart the carts say it again within seconds.
 */
@NullMarked
package pannier.gate.fleet;

import org.jspecify.annotations.NullMarked;
