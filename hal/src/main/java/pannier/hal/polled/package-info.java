/**
 * How devices that take time to answer are asked: by a thread of their own, which a bus that hangs
 * may hold up for as long as it likes. What they said waits in {@link Reports} for the tick.
 */
@NullMarked
package pannier.hal.polled;

import org.jspecify.annotations.NullMarked;
