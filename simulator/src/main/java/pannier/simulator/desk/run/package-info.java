/** The thread that plays a trip: how fast, and what happens between two ticks. */
@NullMarked
package pannier.simulator.desk.run;

import org.jspecify.annotations.NullMarked;
