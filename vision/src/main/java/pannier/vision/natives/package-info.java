/**
 * Native libraries out of the jars that carry them: unpacked once into a flat folder, complete or
 * not at all, and loaded from there in a given order.
 */
@NullMarked
package pannier.vision.natives;

import org.jspecify.annotations.NullMarked;
