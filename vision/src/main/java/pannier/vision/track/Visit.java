package pannier.vision.track;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.vision.motion.CellMask;
import pannier.vision.motion.Foreground;
import pannier.vision.motion.QuietScene;
import pannier.vision.motion.Reference;
import pannier.vision.motion.SmallPicture;
import pannier.vision.rim.RimMap;

/** What happens over the rim from the first motion until the basket is free and still again. */
public final class Visit {
  private static final float RIM_BAND_CELLS = 4;
  private static final int FEW_CELLS = 6;

  /** Looks are kept no closer than this: a trail needs no more than 20 a second. */
  private static final long LOOK_NANOS = 30_000_000;

  private final RimMap rim;
  private final Reference before;
  private final VisitTimes times;
  private final List<Look> looks = new ArrayList<>();
  private final BitSet moved = new BitSet();
  private final long startNanos;
  private long stillSinceNanos;
  private @Nullable QuietScene after;

  /**
   * @param before what the camera saw before; not to be changed while the visit lasts
   */
  public Visit(QuietScene before, RimMap rim, VisitTimes times, long startNanos) {
    this.rim = rim;
    this.before = new Reference(before);
    this.times = times;
    this.startNanos = startNanos;
    stillSinceNanos = startNanos;
  }

  /** Takes the next picture in, with the cells that moved in it; true once the visit is over. */
  public boolean add(SmallPicture picture, CellMask moving) {
    CellMask solid = Foreground.of(picture, before).solid();
    if (looks.isEmpty()
        || picture.timestampNanos() - looks.getLast().timestampNanos() >= LOOK_NANOS) {
      looks.add(new Look(picture, solid));
    }
    if (isMoving(moving) || after == null) {
      stillSinceNanos = picture.timestampNanos();
      after = new QuietScene(picture);
    } else {
      after.absorb(picture, 0.25f);
    }
    long stillNanos = picture.timestampNanos() - stillSinceNanos;
    return stillNanos >= (isReaching(solid) ? times.restingNanos() : times.stillNanos())
        || picture.timestampNanos() - startNanos > times.longestNanos();
  }

  private boolean isMoving(CellMask moving) {
    int count = 0;
    for (int cell = moving.next(0); cell >= 0; cell = moving.next(cell + 1)) {
      if (rim.depthCells(cell) > -2) {
        moved.set(cell);
        count++;
      }
    }
    return count > FEW_CELLS;
  }

  /** Whether something lies or reaches across the rim. */
  private boolean isReaching(CellMask solid) {
    int count = 0;
    for (int cell = solid.next(0); cell >= 0; cell = solid.next(cell + 1)) {
      if (Math.abs(rim.depthCells(cell)) < RIM_BAND_CELLS) {
        count++;
      }
    }
    return count > FEW_CELLS;
  }

  /** What the camera sees now that the visit is over. */
  public QuietScene after() {
    return after == null ? before.scene() : after;
  }

  QuietScene before() {
    return before.scene();
  }

  List<Look> looks() {
    return looks;
  }

  /** Whether anything moved in a cell. */
  boolean moved(int cell) {
    return moved.get(cell);
  }
}
