/**
 * Anything that may change what we believe about the basket: sightings, load samples, weight steps,
 * codes and the state of the sensors that gave them.
 */
@NullMarked
package pannier.domain.evidence;

import org.jspecify.annotations.NullMarked;
