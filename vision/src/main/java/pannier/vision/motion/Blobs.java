package pannier.vision.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Finds the blobs of a mask. */
public final class Blobs {
  private final int widthCells;
  private final int heightCells;

  /** What has not been found yet. */
  private final BitSet rest;

  /** The cells of the blob found last. */
  private final int[] found;

  private Blobs(CellMask mask) {
    widthCells = mask.widthCells();
    heightCells = mask.heightCells();
    rest = mask.copy();
    found = new int[rest.cardinality()];
  }

  /** All blobs of {@code leastCells} or more, by their first cell. */
  public static List<Blob> of(CellMask mask, int leastCells) {
    Blobs blobs = new Blobs(mask);
    List<Blob> all = new ArrayList<>();
    for (int size = blobs.next(leastCells); size > 0; size = blobs.next(leastCells)) {
      int[] cells = Arrays.copyOf(blobs.found, size);
      Arrays.sort(cells);
      all.add(new Blob(cells, mask.widthCells()));
    }
    return all;
  }

  /** The boxes around them, in the same order. */
  public static List<Box> boxes(CellMask mask, int leastCells) {
    Blobs blobs = new Blobs(mask);
    List<Box> all = new ArrayList<>();
    for (int size = blobs.next(leastCells); size > 0; size = blobs.next(leastCells)) {
      all.add(Box.around(blobs.found, size, mask.widthCells()));
    }
    return all;
  }

  /** The size of the next blob that is large enough; 0 when there are no more. */
  private int next(int leastCells) {
    for (int cell = rest.nextSetBit(0); cell >= 0; cell = rest.nextSetBit(cell + 1)) {
      int size = flood(cell);
      if (size >= leastCells) {
        return size;
      }
    }
    return 0;
  }

  private int flood(int start) {
    int size = 0;
    found[size++] = start;
    rest.clear(start);
    for (int next = 0; next < size; next++) {
      int x = found[next] % widthCells;
      int y = found[next] / widthCells;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(heightCells - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(widthCells - 1, x + 1); nx++) {
          int cell = ny * widthCells + nx;
          if (rest.get(cell)) {
            rest.clear(cell);
            found[size++] = cell;
          }
        }
      }
    }
    return size;
  }
}
