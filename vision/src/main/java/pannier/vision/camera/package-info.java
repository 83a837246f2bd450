/** One camera's frames in, its sightings and its own state out. This is what the cart uses. */
@NullMarked
package pannier.vision.camera;

import org.jspecify.annotations.NullMarked;
