/**
 * Physics of the four load cells under the basket: what presses on them over time, and what their
 * converters make of it.
 */
@NullMarked
package pannier.simulator.scale;

import org.jspecify.annotations.NullMarked;
