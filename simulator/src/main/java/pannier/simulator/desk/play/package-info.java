/**
 * Trips that can be watched: on simulated devices with the hands and faults that people switch on,
 * or from a recording.
 */
@NullMarked
package pannier.simulator.desk.play;

import org.jspecify.annotations.NullMarked;
