package pannier.vision.codes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for the marks in a QR code's corners: places where rows and columns cross that both go dark
 * and bright by 1:1:3:1:1. Much cheaper than asking ZXing, which decides in the end.
 */
final class FinderMarks {
  /** Rows between those looked at; a mark's core is three modules high. */
  private static final int STEP = 2;

  /** Rows that must meet a mark: its core of two pixels a module is met by three. */
  private static final int LEAST_ROWS = 2;

  private static final int MARKS = 3;
  private static final double LEAST_MODULE = 1.8;
  private static final double SAME_SIZE = 1.5;

  private final BinaryPicture picture;
  private final List<Mark> marks = new ArrayList<>();
  private final int[] runs = new int[5];
  private final int[] down = new int[5];

  private FinderMarks(BinaryPicture picture) {
    this.picture = picture;
  }

  /** Where a mark's middle may be. */
  private static final class Mark {
    private final double x;
    private final double y;
    private final double module;
    private int rows = 1;

    Mark(double x, double y, double module) {
      this.x = x;
      this.y = y;
      this.module = module;
    }

    boolean isAt(double otherX, double otherY, double otherModule) {
      return Math.abs(x - otherX) <= 2 * module
          && Math.abs(y - otherY) <= 2 * module
          && isOfSize(otherModule);
    }

    boolean isOfSize(double otherModule) {
      return module <= SAME_SIZE * otherModule && otherModule <= SAME_SIZE * module;
    }
  }

  /** Whether three alike are there, as in any QR code. */
  static boolean areIn(BinaryPicture picture) {
    FinderMarks finder = new FinderMarks(picture);
    for (int y = STEP; y < picture.height() - STEP; y += STEP) {
      finder.scan(y);
    }
    return finder.hasThreeAlike();
  }

  private boolean hasThreeAlike() {
    List<Mark> sure = marks.stream().filter(mark -> mark.rows >= LEAST_ROWS).toList();
    return sure.stream()
        .anyMatch(one -> sure.stream().filter(mark -> mark.isOfSize(one.module)).count() >= MARKS);
  }

  private void scan(int y) {
    Arrays.fill(runs, 0);
    boolean dark = false;
    int from = 0;
    for (int x = 0; x <= picture.width(); x++) {
      if (x < picture.width() && picture.isDark(x, y) == dark) {
        continue;
      }
      System.arraycopy(runs, 1, runs, 0, 4);
      runs[4] = x - from;
      if (dark && isMark(runs)) {
        look(x - runs[4] - runs[3] - (runs[2] + 1) / 2, y);
      }
      dark = !dark;
      from = x;
    }
  }

  /** Five widths that fit, met at a row: do the heights fit as well? */
  private void look(int x, int y) {
    int top = measure(x, y, 2, -1);
    int bottom = measure(x, y + 1, 2, 1);
    down[2] = top + bottom;
    if (!isMark(down) || down[2] > 2 * runs[2] || runs[2] > 2 * down[2]) {
      return;
    }
    double middle = y + (bottom - top + 1) / 2.0;
    double module = (sum(runs) + sum(down)) / 14.0;
    for (Mark mark : marks) {
      if (mark.isAt(x, middle, module)) {
        mark.rows++;
        return;
      }
    }
    marks.add(new Mark(x, middle, module));
  }

  /** Lengths of three runs from there on, upwards (−1) or downwards; gives the first. */
  private int measure(int x, int y, int run, int step) {
    int first = 0;
    int at = y;
    for (int i = 0; i <= 2; i++) {
      int begin = at;
      int most = 2 * runs[2] + 2;
      while (at >= 0
          && at < picture.height()
          && Math.abs(at - begin) <= most
          && picture.isDark(x, at) == (i != 1)) {
        at += step;
      }
      if (i == 0) {
        first = Math.abs(at - begin);
      } else {
        down[run + i * step] = Math.abs(at - begin);
      }
    }
    return first;
  }

  private static boolean isMark(int[] runs) {
    double module = sum(runs) / 7.0;
    if (module < LEAST_MODULE) {
      return false;
    }
    double slack = 0.4 * module + 0.7;
    return Math.abs(runs[0] - module) < slack
        && Math.abs(runs[1] - module) < slack
        && Math.abs(runs[2] - 3 * module) < 2 * slack
        && Math.abs(runs[3] - module) < slack
        && Math.abs(runs[4] - module) < slack;
  }

  private static int sum(int[] runs) {
    return runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
  }
}
