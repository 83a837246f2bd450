package pannier.vision.track;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pannier.domain.evidence.Direction;
import pannier.vision.motion.Blob;
import pannier.vision.motion.Blobs;
import pannier.vision.motion.Box;
import pannier.vision.motion.CellMask;
import pannier.vision.motion.Gain;
import pannier.vision.motion.QuietScene;
import pannier.vision.motion.Reference;
import pannier.vision.rim.RimMap;

/** Finds what lies in the basket after a visit and did not before, and the other way round. */
final class SceneComparison {

  /** A change of brightness alone must be this many times as large as one of colour. */
  private static final float BRIGHTNESS_FACTOR = 4;

  private static final float TINT_SHARE = 0.2f;
  private static final int LEAST_FRAGMENT_CELLS = 10;
  private static final int LEAST_CELLS = 24;
  private static final int FRAGMENT_GAP_CELLS = 6;
  private static final float FRAGMENT_SHARE = 0.4f;
  private static final float STEP_FLOOR = 9;
  private static final float STEP_PER_LEVEL = 0.018f;
  private static final float BRIDGE_SHARE = 0.6f;
  private static final float SHADE_SHARE = 0.3f;
  private static final float IN_LINE_SHARE = 0.5f;
  private static final float HOLE_SHARE = 0.75f;
  private static final float RIM_BAND_CELLS = 3;

  private final Reference old;
  private final Reference young;
  private final RimMap rim;
  private final Gain gain;
  private final Gain back;
  private final float[] departures;
  private QuietScene before;
  private QuietScene after;
  private CellMask changed;

  /** Of one pair of scenes after the other, which these are renewed to. */
  SceneComparison(Reference before, Reference after, RimMap rim) {
    this.old = before;
    this.young = after;
    this.rim = rim;
    this.before = before.scene();
    this.after = after.scene();
    gain = new Gain(this.before.widthCells(), this.before.heightCells());
    back = new Gain(this.before.widthCells(), this.before.heightCells());
    departures = new float[this.before.cells()];
    changed = new CellMask(this.before.widthCells(), this.before.heightCells(), new BitSet());
  }

  /** Compares anew. */
  void renew() {
    before = old.scene();
    after = young.scene();
    changed = changed();
  }

  /** The changes in the basket, the largest first. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    List<Blob> blobs = new ArrayList<>(Blobs.of(changed, LEAST_FRAGMENT_CELLS));
    blobs.sort(Comparator.comparingInt(Blob::size).reversed());
    for (Blob blob : blobs) {
      change(blob).ifPresent(change -> join(changes, change));
    }
    return changes.stream().filter(change -> change.blob().size() >= LEAST_CELLS).toList();
  }

  private CellMask changed() {
    gain.fit(before, after);
    back.fit(after, before);
    BitSet changed = new BitSet(before.cells());
    for (int cell = 0; cell < before.cells(); cell++) {
      float forth = 0;
      float reverse = 0;
      for (int i = 3 * cell; i < 3 * cell + 3; i++) {
        forth += Math.abs(old.departure(i, after.mean(i), gain));
        reverse += Math.abs(young.departure(i, before.mean(i), back));
      }
      float departure = Math.max(forth, reverse);
      float least = old.sceneTolerance(cell);
      departures[cell] = departure / least;
      if (departure > BRIGHTNESS_FACTOR * least
          || (departure > least && (tint(cell) > TINT_SHARE * least || texture(cell) > least))) {
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

  /** How far the steps to the neighbouring cells changed, beyond what a shadow does to them. */
  private float texture(int cell) {
    int width = before.widthCells();
    int x = cell % width;
    int y = cell / width;
    if (x == 0 || y == 0 || x == width - 1 || y == before.heightCells() - 1) {
      return 0;
    }
    return Math.max(stepChange(cell - 1, cell + 1), stepChange(cell - width, cell + width));
  }

  private float stepChange(int from, int to) {
    float change = 0;
    for (int c = 0; c < 3; c++) {
      float was =
          before.mean(3 * to + c) * gain.factor(3 * to + c)
              - before.mean(3 * from + c) * gain.factor(3 * from + c);
      float is = after.mean(3 * to + c) - after.mean(3 * from + c);
      change += Math.abs(is - was) - SHADE_SHARE * Math.max(Math.abs(is), Math.abs(was));
    }
    return change;
  }

  private Optional<Change> change(Blob blob) {
    Extent extent = Extent.of(blob, rim);
    if (extent.meanCells() <= 0) {
      return Optional.empty();
    }
    Outline outline = new Outline(blob, before.widthCells(), before.heightCells());
    float was = outline.contrast(before);
    float is = outline.contrast(after);
    float sureness = Math.abs(was - is) / Math.max(1, Math.max(was, is));
    if (outline.step(before, after, gain) < leastStep(blob)) {
      return Optional.empty();
    }
    Direction direction = was > is ? Direction.OUT : Direction.IN;
    return Optional.of(
        new Change(
            blob,
            direction,
            sureness,
            extent.mostCells() - extent.leastCells(),
            Colour.of(blob, direction == Direction.IN ? after : before),
            extent.leastCells() < RIM_BAND_CELLS));
  }

  /** Whether something that moved lies across the rim, and is not a hole that something left. */
  boolean reaching(BitSet moved) {
    for (Blob blob : Blobs.of(changed, LEAST_CELLS)) {
      long cells = blob.cells().filter(moved::get).count();
      if (2 * cells >= blob.size() && Extent.of(blob, rim).leastCells() < RIM_BAND_CELLS) {
        Outline outline = new Outline(blob, before.widthCells(), before.heightCells());
        if (outline.step(before, after, gain) >= leastStep(blob)
            && outline.contrast(after) > HOLE_SHARE * outline.contrast(before)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A mean over many pairs of cells: noise does not matter, light does. */
  private float leastStep(Blob blob) {
    Colour was = Colour.of(blob, before);
    return STEP_FLOOR + STEP_PER_LEVEL * (was.blue() + was.green() + was.red());
  }

  private boolean isPart(Change whole, Change piece) {
    boolean near = whole.blob().box().grown(FRAGMENT_GAP_CELLS).meets(piece.blob().box());
    boolean small = piece.blob().size() < FRAGMENT_SHARE * whole.blob().size();
    return (near && small) || (isInLine(whole, piece) && (near || isBridged(whole, piece)));
  }

  /** Whether most of what lies between both changed too, if less than enough to count. */
  private boolean isBridged(Change one, Change other) {
    Box between = one.blob().box().between(other.blob().box());
    int changed = 0;
    int cells = 0;
    for (int y = between.top(); y <= between.bottom(); y++) {
      for (int x = between.left(); x <= between.right(); x++) {
        cells++;
        if (departures[y * before.widthCells() + x] > BRIDGE_SHARE) {
          changed++;
        }
      }
    }
    return 2 * changed > cells;
  }

  /** Whether both lie one behind the other, seen from the rim. */
  private boolean isInLine(Change one, Change other) {
    float[] a = Extent.along(one.blob(), rim);
    float[] b = Extent.along(other.blob(), rim);
    float common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
    return common > IN_LINE_SHARE * Math.min(a[1] - a[0], b[1] - b[0]);
  }

  /** A small piece beside a large one that came or went with it is part of it: a cap, a label. */
  private void join(List<Change> changes, Change piece) {
    for (int i = 0; i < changes.size(); i++) {
      Change whole = changes.get(i);
      boolean alike = whole.direction() == piece.direction() || !piece.isSure();
      if (alike && isPart(whole, piece)) {
        Blob both = whole.blob().with(piece.blob(), before.widthCells());
        Optional<Change> joined = change(both);
        if (joined.isPresent() && joined.get().direction() == whole.direction()) {
          changes.set(i, joined.get());
        }
        return;
      }
    }
    changes.add(piece);
  }
}
