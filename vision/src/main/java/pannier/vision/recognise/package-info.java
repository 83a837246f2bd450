/**
 * The recogniser that a cart uses, put together from embedder, gallery and code reader, and the
 * command that measures it on photos.
 */
@NullMarked
package pannier.vision.recognise;

import org.jspecify.annotations.NullMarked;
