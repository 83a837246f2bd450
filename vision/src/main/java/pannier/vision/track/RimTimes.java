package pannier.vision.track;

import java.util.List;
import java.util.OptionalLong;
import pannier.vision.motion.Blob;
import pannier.vision.rim.RimMap;

/**
 * When something was over the rim at all: a poorer answer than a trail's, for items that are too
 * faint to be followed on their way.
 */
final class RimTimes {
  private static final float BAND_CELLS = 4;
  private static final long LONGEST_GAP_NANOS = 200_000_000;

  private RimTimes() {}

  /**
   * The far end of the first stretch of looks in which something was over the rim; empty if nothing
   * ever was.
   *
   * @param looks backwards in time for what came, forwards for what left
   */
  static OptionalLong crossingNanos(List<Afloat> looks, RimMap rim) {
    OptionalLong last = OptionalLong.empty();
    for (Afloat look : looks) {
      if (isOver(look, rim)) {
        last = OptionalLong.of(look.timestampNanos());
      } else if (last.isPresent()
          && Math.abs(look.timestampNanos() - last.getAsLong()) > LONGEST_GAP_NANOS) {
        return last;
      }
    }
    return last;
  }

  private static boolean isOver(Afloat look, RimMap rim) {
    for (Blob blob : look.blobs()) {
      if (Extent.of(blob, rim).leastCells() < BAND_CELLS) {
        return true;
      }
    }
    return false;
  }
}
