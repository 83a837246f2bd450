package pannier.vision.track;

import pannier.vision.motion.Box;
import pannier.vision.motion.CellMask;

/**
 * Where an item was at one moment between the rim and its place, as far as its size and the tip of
 * what reached in tell.
 *
 * @param timestampNanos of the frame that shows it there
 * @param moving cells that show the item, a hand, or whatever else is not part of the scene
 */
public record Waypoint(long timestampNanos, Box place, CellMask moving) {}
