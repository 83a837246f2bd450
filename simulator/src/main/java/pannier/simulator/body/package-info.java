/**
 * The shapes that goods come in, as meshes with a texture layout. Sizes are outer sizes in metres;
 * a body's origin is its centre and its front looks at the camera (negative y).
 */
@NullMarked
package pannier.simulator.body;

import org.jspecify.annotations.NullMarked;
