/** Long work on several cores, whose result does not depend on how many there are. */
@NullMarked
package pannier.simulator.parallel;

import org.jspecify.annotations.NullMarked;
