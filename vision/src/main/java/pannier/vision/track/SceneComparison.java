package pannier.vision.track;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import pannier.domain.evidence.Direction;
import pannier.vision.motion.Blob;
import pannier.vision.motion.Blobs;
import pannier.vision.motion.CellMask;
import pannier.vision.motion.Gain;
import pannier.vision.motion.QuietScene;
import pannier.vision.motion.Reference;
import pannier.vision.rim.RimMap;

/** Finds what lies in the basket after a visit and did not before, and the other way round. */
final class SceneComparison {
  private static final float LEAST_DEPARTURE = 18;
  private static final float LARGE_DEPARTURE_FACTOR = 4;
  private static final float LEAST_TINT = 4;
  private static final int LEAST_CELLS = 24;
  private static final float LEAST_STEP = 16;
  private static final float LEAST_SURENESS = 0.25f;

  private final QuietScene before;
  private final QuietScene after;
  private final Gain gain;
  private final RimMap rim;

  SceneComparison(QuietScene before, QuietScene after, RimMap rim) {
    this.before = before;
    this.after = after;
    this.rim = rim;
    gain = Gain.between(before, after);
  }

  /** The changes in the basket, by their first cell. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (Blob blob : Blobs.of(changed(), LEAST_CELLS)) {
      Outline outline = new Outline(blob, before.widthCells(), before.heightCells());
      if (isInBasket(blob) && outline.step(before, after, gain) >= LEAST_STEP) {
        float was = outline.contrast(before);
        float is = outline.contrast(after);
        float sureness = Math.abs(was - is) / Math.max(1, Math.max(was, is));
        if (sureness >= LEAST_SURENESS) {
          changes.add(change(blob, was > is ? Direction.OUT : Direction.IN, sureness));
        }
      }
    }
    return changes;
  }

  private CellMask changed() {
    Reference old = new Reference(before);
    Reference young = new Reference(after);
    Gain back = Gain.between(after, before);
    BitSet changed = new BitSet();
    for (int cell = 0; cell < before.cells(); cell++) {
      float forth = 0;
      float reverse = 0;
      for (int i = 3 * cell; i < 3 * cell + 3; i++) {
        forth += Math.abs(old.departure(i, after.mean(i), gain));
        reverse += Math.abs(young.departure(i, before.mean(i), back));
      }
      float departure = Math.max(forth, reverse);
      float least = LEAST_DEPARTURE + 4 * before.flicker(cell);
      if (departure > LARGE_DEPARTURE_FACTOR * least
          || (departure > least && tint(cell) > LEAST_TINT)) {
        changed.set(cell);
      }
    }
    // Close holes of a cell or two, then drop what is thinner than three.
    return new CellMask(before.widthCells(), before.heightCells(), changed)
        .crowded(6)
        .crowded(1)
        .crowded(9)
        .crowded(1);
  }

  /** How far a cell's change is one of colour rather than of brightness, in grey levels. */
  private float tint(int cell) {
    float dot = 0;
    float square = 1;
    for (int i = 3 * cell; i < 3 * cell + 3; i++) {
      float was = before.mean(i) * gain.factor(i);
      dot += was * after.mean(i);
      square += was * was;
    }
    float scale = dot / square;
    float tint = 0;
    for (int i = 3 * cell; i < 3 * cell + 3; i++) {
      tint = Math.max(tint, Math.abs(after.mean(i) - scale * before.mean(i) * gain.factor(i)));
    }
    return tint;
  }

  private boolean isInBasket(Blob blob) {
    double sum = 0;
    for (int i = 0; i < blob.size(); i++) {
      sum += rim.depthCells(blob.cell(i));
    }
    return sum > 0;
  }

  private Change change(Blob blob, Direction direction, float sureness) {
    QuietScene shows = direction == Direction.IN ? after : before;
    float least = Float.MAX_VALUE;
    float most = -Float.MAX_VALUE;
    float[] colour = new float[3];
    for (int i = 0; i < blob.size(); i++) {
      int cell = blob.cell(i);
      least = Math.min(least, rim.depthCells(cell));
      most = Math.max(most, rim.depthCells(cell));
      for (int c = 0; c < 3; c++) {
        colour[c] += shows.mean(3 * cell + c) / blob.size();
      }
    }
    return new Change(
        blob, direction, sureness, most - least, new Colour(colour[0], colour[1], colour[2]));
  }
}
