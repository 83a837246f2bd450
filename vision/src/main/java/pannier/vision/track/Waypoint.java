package pannier.vision.track;

import pannier.vision.motion.Box;

/**
 * Where an item was at one moment between the rim and its place, as far as its size and the tip of
 * what reached in tell.
 *
 * @param timestampNanos of the frame that shows it there
 */
public record Waypoint(long timestampNanos, Box place) {}
