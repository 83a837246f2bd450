/**
 * Recorded trips: their description in {@code trip.json}, and the way through vision, reconciler
 * and basket on stepped time, so that two plays give the same output to the byte.
 */
@NullMarked
package pannier.app.replay;

import org.jspecify.annotations.NullMarked;
