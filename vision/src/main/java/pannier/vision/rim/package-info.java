/**
 * Where the basket's rim runs through a camera's picture. Everything that counts items measures its
 * depth from that line.
 */
@NullMarked
package pannier.vision.rim;

import org.jspecify.annotations.NullMarked;
