/**
 * Small pictures of the scene: what it looks like at rest, and which parts of a picture differ or
 * move. All of it is plain arithmetic on arrays, so that equal frames give equal answers
 * everywhere.
 */
@NullMarked
package pannier.vision.motion;

import org.jspecify.annotations.NullMarked;
