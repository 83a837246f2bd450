/** The trip from pairing to receipt as a sealed state machine, advanced once a tick. */
@NullMarked
package pannier.domain.trip;

import org.jspecify.annotations.NullMarked;
