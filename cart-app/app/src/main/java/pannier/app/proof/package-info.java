/**
 * What the cart keeps of each thing that went in or out, so that a line can be disputed: a picture
 * and the curve of the scale around that moment. It stays in the cart, for a stated time, unless
 * its line is disputed.
 */
@NullMarked
package pannier.app.proof;

import org.jspecify.annotations.NullMarked;
