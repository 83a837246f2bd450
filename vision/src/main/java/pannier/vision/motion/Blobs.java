package pannier.vision.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the blobs of a mask. */
public final class Blobs {
  private Blobs() {}

  /** All blobs of {@code leastCells} or more, by their first cell. */
  public static List<Blob> of(CellMask mask, int leastCells) {
    List<Blob> blobs = new ArrayList<>();
    boolean[] seen = new boolean[mask.widthCells() * mask.heightCells()];
    int[] queue = new int[seen.length];
    for (int cell = mask.next(0); cell >= 0; cell = mask.next(cell + 1)) {
      if (!seen[cell]) {
        int size = flood(mask, cell, seen, queue);
        if (size >= leastCells) {
          blobs.add(blob(queue, size, mask.widthCells()));
        }
      }
    }
    return blobs;
  }

  private static int flood(CellMask mask, int start, boolean[] seen, int[] queue) {
    int width = mask.widthCells();
    int size = 0;
    queue[size++] = start;
    seen[start] = true;
    for (int next = 0; next < size; next++) {
      int x = queue[next] % width;
      int y = queue[next] / width;
      for (int ny = y - 1; ny <= y + 1; ny++) {
        for (int nx = x - 1; nx <= x + 1; nx++) {
          if (mask.has(nx, ny) && !seen[ny * width + nx]) {
            seen[ny * width + nx] = true;
            queue[size++] = ny * width + nx;
          }
        }
      }
    }
    return size;
  }

  private static Blob blob(int[] queue, int size, int widthCells) {
    int[] cells = Arrays.copyOf(queue, size);
    Arrays.sort(cells);
    return new Blob(cells, widthCells);
  }
}
