/**
 * The seam between following what moves over the rim and saying what it was. Trackers hand crops to
 * a {@link pannier.vision.Recogniser}, which ranks products.
 */
@NullMarked
package pannier.vision;

import org.jspecify.annotations.NullMarked;
