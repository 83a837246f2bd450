package pannier.vision.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import pannier.vision.motion.Blob;
import pannier.vision.motion.Box;
import pannier.vision.rim.RimMap;

/**
 * The way between the rim and the place where something lay before a visit or lies after it,
 * followed from that place through the pictures.
 */
final class Trail {
  private static final int NEAR_CELLS = 4;
  private static final float RIM_BAND_CELLS = 4;
  private static final long LONGEST_GAP_NANOS = 200_000_000;

  private final RimMap rim;
  private final float half;
  private final List<Boolean> deep = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private Box near;
  private boolean atRim;
  private long seenNanos;

  private Trail(Change change, RimMap rim) {
    this.rim = rim;
    near = change.blob().box();
    half = change.lengthCells() / 2;
  }

  /**
   * When what moved along the trail was half over the rim; empty if the trail does not lead there.
   *
   * @param looks from the moment at which the item lay at its place towards the moment at which it
   *     crossed: backwards in time for what came, forwards for what left
   */
  static OptionalLong crossingNanos(Change change, List<Afloat> looks, RimMap rim) {
    Trail trail = new Trail(change, rim);
    if (!looks.isEmpty()) {
      trail.seenNanos = looks.getFirst().timestampNanos();
    }
    for (Afloat look : looks) {
      if (!trail.follow(look)) {
        break;
      }
    }
    return trail.atRim && !trail.times.isEmpty()
        ? OptionalLong.of(trail.times.get(trail.lastDeep()))
        : OptionalLong.empty();
  }

  /** False at the trail's end. */
  private boolean follow(Afloat look) {
    float tip = -Float.MAX_VALUE;
    Box reach = null;
    for (Blob blob : look.blobs()) {
      if (blob.box().grown(NEAR_CELLS).meets(near)) {
        Extent extent = Extent.of(blob, rim);
        tip = Math.max(tip, extent.mostCells());
        atRim |= extent.leastCells() < RIM_BAND_CELLS;
        reach = reach == null ? blob.box() : reach.with(blob.box());
      }
    }
    if (reach != null) {
      near = reach;
      seenNanos = look.timestampNanos();
    }
    boolean lost = Math.abs(look.timestampNanos() - seenNanos) > LONGEST_GAP_NANOS;
    if (lost || (reach != null && tip < half / 2)) {
      return false;
    }
    deep.add(tip >= half);
    times.add(look.timestampNanos());
    return true;
  }

  /** The look that best parts those in which more than half was inside from those after. */
  private int lastDeep() {
    int wrong = Collections.frequency(deep, true);
    int least = wrong;
    int best = 0;
    for (int i = 0; i < deep.size(); i++) {
      wrong += deep.get(i) ? -1 : 1;
      if (wrong < least) {
        least = wrong;
        best = i;
      }
    }
    return best;
  }
}
