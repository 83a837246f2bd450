/**
 * Disputes of lines with what their carts saw and felt: pictures and curves of the scale, kept for
 * a stated time and then deleted.
 */
@NullMarked
package pannier.gate.proof;

import org.jspecify.annotations.NullMarked;
