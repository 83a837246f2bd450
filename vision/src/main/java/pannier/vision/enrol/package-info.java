/**
 * Enrolment in front of a camera: somebody turns a product, the best views that differ are kept,
 * and poor ones are refused with a reason. Staff's command for it, from photos and videos.
 */
@NullMarked
package pannier.vision.enrol;

import org.jspecify.annotations.NullMarked;
