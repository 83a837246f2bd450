/**
 * OpenCV's own Java binding, with its native libraries loaded from a flat folder: tens of
 * milliseconds once unpacked. Whoever uses an {@code org.opencv} class calls {@link
 * pannier.vision.opencv.OpenCv#load} before.
 */
@NullMarked
package pannier.vision.opencv;

import org.jspecify.annotations.NullMarked;
