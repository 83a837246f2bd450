/**
 * What goes wrong with devices, links and machines, and when. One model for scripts, adversaries
 * and people who watch.
 */
@NullMarked
package pannier.simulator.fault;

import org.jspecify.annotations.NullMarked;
