package pannier.vision.track;

import java.util.List;
import pannier.domain.evidence.Direction;
import pannier.vision.motion.Blob;

/**
 * Whether an item's colours travelled: what comes in is seen on its way before it lies at its place
 * and not after, what goes out after and not before.
 *
 * @param in how many cells more of what lies there now were afloat before than after
 * @param out how many cells more of what lay there were afloat after than before
 * @param size how many cells the place has
 */
record Carried(float in, float out, int size) {
  private static final float LEAST_SHARE = 0.4f;
  private static final float LEAST_FACTOR = 2;

  /**
   * @param now the place's colours after the visit
   * @param then its colours before it
   * @param settledNanos when the place took on its new look
   */
  static Carried of(
      Blob place, ColourContent now, ColourContent then, List<Afloat> looks, long settledNanos) {
    float[] peaks = new float[4];
    for (Afloat look : looks) {
      ColourContent afloat = new ColourContent();
      for (Blob blob : look.blobs()) {
        blob.cells()
            .filter(cell -> !place.has(cell))
            .forEach(cell -> afloat.add(look.picture(), cell));
      }
      int late = look.timestampNanos() > settledNanos ? 1 : 0;
      peaks[late] = Math.max(peaks[late], afloat.inCommon(now));
      peaks[2 + late] = Math.max(peaks[2 + late], afloat.inCommon(then));
    }
    return new Carried(peaks[0] - peaks[1], peaks[3] - peaks[2], place.size());
  }

  /** Whether it speaks clearly for this direction. */
  boolean speaksFor(Direction direction) {
    float own = direction == Direction.IN ? in : out;
    float other = direction == Direction.IN ? out : in;
    return own > LEAST_SHARE * size && own > LEAST_FACTOR * other;
  }
}
