/**
 * Cameras through FFmpeg: V4L2 devices and video files, decoded by the same code into native memory
 * that is used again for each frame. Only this package knows FFmpeg.
 */
@NullMarked
package pannier.hal.camera;

import org.jspecify.annotations.NullMarked;
