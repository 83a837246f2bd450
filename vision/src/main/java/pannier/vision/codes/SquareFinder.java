package pannier.vision.codes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Rect;

/** Looks for places where brightness changes strongly in all directions, as in a QR code. */
final class SquareFinder {
  /** Mean square of the derivative over two pixels; blurred modules of 90 grey levels have this. */
  private static final float LEAST_BOTH_WAYS = 500;

  /** A QR code of 21 modules of two pixels is a little larger. */
  private static final int LEAST_BLOCKS = 5;

  /** Quiet zones, and marks half of which lie in a calmer block. */
  private static final int MARGIN_BLOCKS = 3;

  private static final int MOST = 3;

  private final Gradients gradients;
  private final boolean[] taken;
  private final int[] queue;

  private SquareFinder(Gradients gradients) {
    this.gradients = gradients;
    this.taken = new boolean[gradients.columns() * gradients.rows()];
    this.queue = new int[taken.length];
  }

  /** The largest few places, largest first, all within the picture. */
  static List<Rect> find(Gradients gradients) {
    return new SquareFinder(gradients).find();
  }

  private List<Rect> find() {
    List<Rect> found = new ArrayList<>();
    for (int block = 0; block < taken.length; block++) {
      if (isLively(block)) {
        Rect blocks = flood(block);
        if (Math.min(blocks.width, blocks.height) >= LEAST_BLOCKS) {
          found.add(pixels(blocks));
        }
      }
    }
    found.sort(Comparator.comparingDouble((Rect place) -> -place.area()));
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private boolean isLively(int block) {
    return !taken[block] && gradients.bothWays(block) > LEAST_BOTH_WAYS;
  }

  /** Bounds of what is connected to this block. */
  private Rect flood(int seed) {
    int columns = gradients.columns();
    int left = columns;
    int right = 0;
    int tail = 0;
    queue[tail++] = seed;
    taken[seed] = true;
    for (int head = 0; head < tail; head++) {
      int block = queue[head];
      int column = block % columns;
      left = Math.min(left, column);
      right = Math.max(right, column);
      tail = take(column > 0 ? block - 1 : -1, tail);
      tail = take(column + 1 < columns ? block + 1 : -1, tail);
      tail = take(block - columns, tail);
      tail = take(block + columns, tail);
    }
    // Blocks are visited from the seed, which lies in the first row.
    int top = seed / columns;
    int bottom = queue[tail - 1] / columns;
    for (int i = 0; i < tail; i++) {
      bottom = Math.max(bottom, queue[i] / columns);
    }
    return new Rect(left, top, right - left + 1, bottom - top + 1);
  }

  private int take(int block, int tail) {
    if (block < 0 || block >= taken.length || !isLively(block)) {
      return tail;
    }
    taken[block] = true;
    queue[tail] = block;
    return tail + 1;
  }

  private Rect pixels(Rect blocks) {
    int left = Math.max(0, blocks.x - MARGIN_BLOCKS);
    int top = Math.max(0, blocks.y - MARGIN_BLOCKS);
    int right = Math.min(gradients.columns(), blocks.x + blocks.width + MARGIN_BLOCKS);
    int bottom = Math.min(gradients.rows(), blocks.y + blocks.height + MARGIN_BLOCKS);
    return new Rect(
        left * Gradients.SIDE,
        top * Gradients.SIDE,
        (right - left) * Gradients.SIDE,
        (bottom - top) * Gradients.SIDE);
  }
}
