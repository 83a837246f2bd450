package pannier.vision.track;

import java.util.List;
import java.util.Optional;
import pannier.domain.evidence.Direction;
import pannier.vision.motion.Blob;
import pannier.vision.rim.RimMap;

/**
 * Which way an item travelled, from what was afloat before and after its place took on its new
 * look. What comes in is seen on its way before it lies at its place and not after, what goes out
 * after and not before.
 *
 * @param in how many cells more of what lies there now were afloat before than after
 * @param out how many cells more of what lay there were afloat after than before
 * @param bulk how many cells more were afloat in the basket at once before than after: a hand that
 *     leaves its item behind is smaller than the two together
 * @param size how many cells the place has
 */
record Carried(float in, float out, int bulk, int size) {
  private static final float LEAST_SHARE = 0.4f;
  private static final float LEAST_FACTOR = 2;
  private static final float LEAST_LEAN = 0.5f;
  private static final float LEAST_BULK = 0.07f;

  /**
   * A place and its colours.
   *
   * @param now after the visit
   * @param then before it
   */
  record Place(Blob cells, ColourContent now, ColourContent then) {}

  /**
   * @param settledNanos when the place took on its new look
   */
  static Carried of(Place place, List<Afloat> looks, RimMap rim, long settledNanos) {
    float[] peaks = new float[4];
    int[] bulks = new int[2];
    for (Afloat look : looks) {
      ColourContent afloat = new ColourContent();
      int inBasket = 0;
      for (Blob blob : look.blobs()) {
        for (int i = 0; i < blob.size(); i++) {
          inBasket += rim.depthCells(blob.cell(i)) > 0 ? 1 : 0;
        }
        blob.cells()
            .filter(cell -> !place.cells.has(cell))
            .forEach(cell -> afloat.add(look.picture(), cell));
      }
      int late = look.timestampNanos() > settledNanos ? 1 : 0;
      bulks[late] = Math.max(bulks[late], inBasket);
      peaks[late] = Math.max(peaks[late], afloat.inCommon(place.now));
      peaks[2 + late] = Math.max(peaks[2 + late], afloat.inCommon(place.then));
    }
    return new Carried(
        peaks[0] - peaks[1], peaks[3] - peaks[2], bulks[0] - bulks[1], place.cells.size());
  }

  /** The way that the colours speak for clearly or, failing that, to which all together lean. */
  Optional<Direction> direction(Change change) {
    for (Direction direction : Direction.values()) {
      if (speaksFor(direction)) {
        return Optional.of(direction);
      }
    }
    float lean = lean(change);
    return Math.abs(lean) < LEAST_LEAN ? Optional.empty() : Optional.of(towards(lean));
  }

  /**
   * The way to which all signs together lean, however little, if a hand came fuller than it went or
   * the other way round; one that only pushed something about is as large after as before.
   */
  Optional<Direction> leaning(Change change) {
    float lean = lean(change);
    return Math.abs(bulk) >= LEAST_BULK * size && bulk * lean > 0
        ? Optional.of(towards(lean))
        : Optional.empty();
  }

  private static Direction towards(float lean) {
    return lean > 0 ? Direction.IN : Direction.OUT;
  }

  /** Above zero for what came in. */
  private float lean(Change change) {
    float outline = change.direction() == Direction.IN ? change.sureness() : -change.sureness();
    return (in - out + bulk) / size + outline;
  }

  private boolean speaksFor(Direction direction) {
    float own = direction == Direction.IN ? in : out;
    float other = direction == Direction.IN ? out : in;
    return own > LEAST_SHARE * size && own > LEAST_FACTOR * other;
  }
}
