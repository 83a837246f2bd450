package pannier.vision.track;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.vision.motion.Blobs;
import pannier.vision.motion.Box;
import pannier.vision.motion.CellMask;
import pannier.vision.motion.QuietScene;
import pannier.vision.motion.SmallPicture;
import pannier.vision.rim.RimMap;

/** What happens over the rim from the first motion until the basket is free and still again. */
public final class Visit {
  private static final int FEW_CELLS = 6;
  private static final float OUTSIDE_CELLS = 2;

  /** Smaller than any item: what is shown to people should not flicker. */
  private static final int STRANGE_CELLS = 12;

  private static final float NEW_SHARE = 0.25f;

  /** Looks are kept no closer than this: a trail needs no more. */
  private static final long LOOK_NANOS = 30_000_000;

  private static final long ASK_AGAIN_NANOS = 200_000_000;

  private final VisitMemory memory;
  private final RimMap rim;
  private final QuietScene before;
  private final VisitTimes times;
  private final List<Look> looks = new ArrayList<>();
  private final BitSet moved = new BitSet();
  private final long startNanos;
  private final float sigmaLevels;
  private long stillSinceNanos;
  private long askedNanos;
  private boolean reaching;
  private @Nullable QuietScene after;

  /** Whether the comparison is of what was seen last. */
  private boolean compared;

  /**
   * @param memory for scenes as large as this; the visit that had it is no longer to be used
   * @param before what the camera saw before; not to be changed while the visit lasts
   * @param sigmaLevels the camera's noise
   */
  public Visit(
      VisitMemory memory, QuietScene before, float sigmaLevels, VisitTimes times, long startNanos) {
    this.memory = memory;
    this.rim = memory.rim();
    this.before = before;
    this.sigmaLevels = sigmaLevels;
    this.times = times;
    this.startNanos = startNanos;
    stillSinceNanos = startNanos;
    memory.begin(before, sigmaLevels);
  }

  /** Takes the next picture in, with the cells that moved in it; true once the visit is over. */
  public boolean add(SmallPicture picture, CellMask moving) {
    long nowNanos = picture.timestampNanos();
    if (looks.isEmpty() || nowNanos - looks.getLast().timestampNanos() >= LOOK_NANOS) {
      looks.add(
          new Look(memory.copy(picture), memory.foreground().solid(picture, memory.before())));
    }
    compared = false;
    QuietScene seen = after;
    boolean moves = isMoving(moving);
    if (seen == null) {
      stillSinceNanos = nowNanos;
      after = memory.scene(picture);
    } else if (moves) {
      stillSinceNanos = nowNanos;
      seen.startAgain(picture);
    } else {
      seen.absorb(picture, NEW_SHARE);
    }
    return nowNanos - startNanos > times.longestNanos() || isOver(nowNanos);
  }

  private boolean isMoving(CellMask moving) {
    int count = 0;
    for (int cell = moving.next(0); cell >= 0; cell = moving.next(cell + 1)) {
      moved.set(cell);
      if (rim.depthCells(cell) > -OUTSIDE_CELLS) {
        count++;
      }
    }
    return count > FEW_CELLS;
  }

  private boolean isOver(long nowNanos) {
    long stillNanos = nowNanos - stillSinceNanos;
    if (stillNanos < times.stillNanos() || nowNanos - askedNanos < ASK_AGAIN_NANOS) {
      return false;
    }
    askedNanos = nowNanos;
    reaching = comparison().reaching(moved);
    return stillNanos >= times.restingNanos() || !reaching;
  }

  /** Whether it ended although something new lay across the rim. */
  public boolean endedResting() {
    return reaching;
  }

  /** Whether this picture, the last one added, is one that a trail can lead through. */
  public boolean isLookedAt(SmallPicture picture) {
    return !looks.isEmpty() && looks.getLast().timestampNanos() == picture.timestampNanos();
  }

  /** Boxes around what the last look showed that was not there before: hands and items. */
  public List<Box> strange() {
    return looks.isEmpty() ? List.of() : Blobs.boxes(looks.getLast().solid(), STRANGE_CELLS);
  }

  /** Whether it lasts, but nothing moves now. */
  public boolean isStill() {
    return !looks.isEmpty() && looks.getLast().timestampNanos() > stillSinceNanos;
  }

  /** What the camera sees now that the visit is over. */
  public QuietScene after() {
    return after == null ? before : after;
  }

  /** What came and went, as far as the scenes tell. */
  SceneComparison comparison() {
    if (!compared) {
      memory.after().renew(after(), sigmaLevels);
      memory.comparison().renew();
      compared = true;
    }
    return memory.comparison();
  }

  /** What the camera saw before. */
  QuietScene before() {
    return before;
  }

  VisitMemory memory() {
    return memory;
  }

  List<Look> looks() {
    return looks;
  }

  /** Whether anything moved in a cell. */
  boolean moved(int cell) {
    return moved.get(cell);
  }
}
