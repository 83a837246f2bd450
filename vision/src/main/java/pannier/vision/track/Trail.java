package pannier.vision.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import pannier.domain.evidence.Direction;
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

  /** So much broader than it is long or broad at its place, and the tip is taken to be longer. */
  private static final float WIDER = 1.3f;

  private static final float MOST_WIDER = 3;
  private static final int WIDENINGS = 2;

  private final RimMap rim;
  private final Direction crosses;
  private final float half;
  private final float acrossCells;
  private final List<Waypoint> way = new ArrayList<>();
  private final List<Boolean> deep = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private Box near;
  private boolean atRim;
  private long seenNanos;

  private Trail(Change change, RimMap rim) {
    this.rim = rim;
    crosses = change.direction();
    near = change.blob().box();
    half = change.lengthCells() / 2;
    float[] along = Extent.along(change.blob(), rim);
    acrossCells = along[1] - along[0];
  }

  /**
   * Follows a change's item.
   *
   * @param looks from the moment at which the item lay at its place towards the moment at which it
   *     crossed: backwards in time for what came, forwards for what left
   */
  static Trail follow(Change change, List<Afloat> looks, RimMap rim) {
    Trail trail = new Trail(change, rim);
    if (!looks.isEmpty()) {
      trail.seenNanos = looks.getFirst().timestampNanos();
    }
    for (Afloat look : looks) {
      if (!trail.goOn(look)) {
        break;
      }
    }
    return trail;
  }

  /**
   * When what moved along the trail was half over the rim; empty if the trail does not lead there.
   */
  OptionalLong crossingNanos() {
    return atRim && !times.isEmpty()
        ? OptionalLong.of(times.get(lastDeep()))
        : OptionalLong.empty();
  }

  /** Where the item was on the trail. */
  List<Waypoint> way() {
    return way;
  }

  /** False at the trail's end. */
  private boolean goOn(Afloat look) {
    float tip = -Float.MAX_VALUE;
    Box reach = null;
    Blob foremost = null;
    for (Blob blob : look.blobs()) {
      if (blob.box().grown(NEAR_CELLS).meets(near)) {
        Extent extent = Extent.of(blob, rim);
        foremost = extent.mostCells() > tip ? blob : foremost;
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
    if (foremost != null) {
      way.add(
          new Waypoint(look.timestampNanos(), place(foremost, tip, look), look.moving(crosses)));
    }
    return true;
  }

  /**
   * An item is carried ahead of the hand: it takes up the tip, as long and broad as it is. What
   * lies half hidden shows less of itself than on its way, so the tip is taken to be at least as
   * long as what moves is broad there.
   */
  private Box place(Blob foremost, float tip, Afloat look) {
    float length = 2 * half;
    float broad = acrossCells;
    int[] item = front(foremost, tip - length, broad / 2 + 1);
    for (int i = 0; i < WIDENINGS; i++) {
      int[] front = front(foremost, tip - length, Float.MAX_VALUE);
      broad = Math.min(breadth(front), MOST_WIDER * Math.max(broad, length));
      if (broad <= WIDER * Math.max(acrossCells, length)) {
        break;
      }
      length = broad;
      item = front(foremost, tip - length, broad / 2 + 1);
    }
    return Box.around(item, look.picture().widthCells());
  }

  /** The cells beyond a depth that lie within so many of their middle line. */
  private int[] front(Blob blob, float fromDepth, float halfBreadth) {
    int[] front = blob.cells().filter(cell -> rim.depthCells(cell) >= fromDepth).toArray();
    float[] along = along(front);
    float middle = along[along.length / 2];
    return Arrays.stream(front)
        .filter(cell -> Math.abs(rim.alongCells(cell) - middle) <= halfBreadth)
        .toArray();
  }

  /** How broad most of these cells lie: from the twentieth to the ninety-fifth in a hundred. */
  private float breadth(int[] cells) {
    float[] along = along(cells);
    return along[along.length * 19 / 20] - along[along.length / 20];
  }

  private float[] along(int[] cells) {
    float[] along = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      along[i] = rim.alongCells(cells[i]);
    }
    Arrays.sort(along);
    return along;
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
