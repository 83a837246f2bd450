/**
 * Writes a simulated trip in the format that {@code replay} reads: video, scale, catalogue, truth.
 */
@NullMarked
package pannier.simulator.recording;

import org.jspecify.annotations.NullMarked;
