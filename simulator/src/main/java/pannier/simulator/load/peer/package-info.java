/**
 * What a gate is measured against: a Californium echo of the same bytes, alone or with the same
 * signature check and one durable insert, and the same settlement as JSON over HTTPS.
 */
@NullMarked
package pannier.simulator.load.peer;

import org.jspecify.annotations.NullMarked;
