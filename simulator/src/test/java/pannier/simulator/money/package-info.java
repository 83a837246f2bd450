/** Cart and gate come to the same amounts. Bills go from the one to the other without a network. */
@NullMarked
package pannier.simulator.money;

import org.jspecify.annotations.NullMarked;
