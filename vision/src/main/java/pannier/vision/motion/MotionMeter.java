package pannier.vision.motion;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the cells that changed over the last tenth of a second or so, whatever the frame rate: a
 * slow hand filmed at 60 frames a second moves less between two frames than noise does.
 */
public final class MotionMeter {
  private static final long SPAN_NANOS = 80_000_000;

  /** Grey levels, summed over channels; compression was seen to reach 15 on a white wall. */
  private static final float LEAST_CHANGE = 9;

  private static final float PER_LEVEL = 0.03f;
  private static final float SIGMAS = 6;

  private final Deque<SmallPicture> recent = new ArrayDeque<>();

  /** Memory to be used again. */
  private final Deque<SmallPicture> spare = new ArrayDeque<>();

  private final BitSet moving = new BitSet();

  /** Takes the next picture in, comparing nothing. */
  public void remember(SmallPicture picture) {
    recent.addLast(SmallPicture.copy(picture, spare.pollLast()));
    while (recent.size() > 2
        && second().timestampNanos() <= picture.timestampNanos() - SPAN_NANOS) {
      spare.addLast(recent.removeFirst());
    }
  }

  /**
   * The cells in which the newest picture differs from the youngest one that is old enough, or from
   * the oldest one known, and from both halves of the way to that one's neighbouring cells: a
   * camera that shakes does not move what it sees.
   */
  public CellMask moving(float sigmaLevels) {
    SmallPicture now = recent.getLast();
    SmallPicture then = recent.getFirst();
    moving.clear();
    for (int cell = 0, i = 0; cell < now.cells(); cell++, i += 3) {
      float least = LEAST_CHANGE + SIGMAS * sigmaLevels + PER_LEVEL * brightness(now, i);
      if (change(now, then, i, i) > least && !isShaken(now, then, cell, least)) {
        moving.set(cell);
      }
    }
    return new CellMask(now.widthCells(), now.heightCells(), moving).crowded(4);
  }

  private static float brightness(SmallPicture picture, int i) {
    return picture.value(i) + picture.value(i + 1) + picture.value(i + 2);
  }

  private static int change(SmallPicture now, SmallPicture then, int i, int j) {
    return Math.abs(now.value(i) - then.value(j))
        + Math.abs(now.value(i + 1) - then.value(j + 1))
        + Math.abs(now.value(i + 2) - then.value(j + 2));
  }

  /** Whether a step of half a cell explains what changed. */
  private static boolean isShaken(SmallPicture now, SmallPicture then, int cell, float least) {
    int width = now.widthCells();
    int x = cell % width;
    int y = cell / width;
    float rest = 0;
    for (int c = 0; c < 3; c++) {
      int own = then.value(3 * cell + c);
      int low = own;
      int high = own;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(now.heightCells() - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int value = then.value(3 * (ny * width + nx) + c);
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      int is = now.value(3 * cell + c);
      rest += Math.max(0, Math.max(is - (own + high) / 2f, (own + low) / 2f - is));
    }
    return rest <= least;
  }

  private SmallPicture second() {
    Iterator<SmallPicture> pictures = recent.iterator();
    pictures.next();
    return pictures.next();
  }
}
