/**
 * What the programs are made of besides our own code. The world is asked whether it knows of faults
 * in that.
 */
@NullMarked
package pannier.simulator.supply;

import org.jspecify.annotations.NullMarked;
