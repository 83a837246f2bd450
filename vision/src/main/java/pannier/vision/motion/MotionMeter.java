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

  /** Grey levels, summed over channels; noise and compression were seen to reach 15. */
  private static final int LEAST_CHANGE = 24;

  private final Deque<SmallPicture> recent = new ArrayDeque<>();

  /** Takes the next picture in, comparing nothing. */
  public void remember(SmallPicture picture) {
    recent.addLast(picture);
    while (recent.size() > 2
        && second().timestampNanos() <= picture.timestampNanos() - SPAN_NANOS) {
      recent.removeFirst();
    }
  }

  /**
   * The cells in which the newest picture differs from the youngest one that is old enough, or from
   * the oldest one known.
   */
  public CellMask moving() {
    SmallPicture now = recent.getLast();
    SmallPicture then = recent.getFirst();
    BitSet moving = new BitSet(now.cells());
    for (int cell = 0, i = 0; cell < now.cells(); cell++, i += 3) {
      int change =
          Math.abs(now.value(i) - then.value(i))
              + Math.abs(now.value(i + 1) - then.value(i + 1))
              + Math.abs(now.value(i + 2) - then.value(i + 2));
      if (change > LEAST_CHANGE) {
        moving.set(cell);
      }
    }
    return new CellMask(now.widthCells(), now.heightCells(), moving).crowded(4);
  }

  private SmallPicture second() {
    Iterator<SmallPicture> pictures = recent.iterator();
    pictures.next();
    return pictures.next();
  }
}
