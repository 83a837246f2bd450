package pannier.vision.motion;

/**
 * How much brighter one view is than another, by channel and place, so that exposure, white balance
 * and soft shadows may wander while hands and items cover up to half of it.
 *
 * <p>The median cell gives the whole view's gain; around each place, the mean of the cells that
 * agree with it to {@link #LARGEST_WANDER} refines it.
 */
public final class Gain {
  private static final int STEPS_PER_UNIT = 128;
  private static final int DARKEST = 12;
  private static final int BLOCK_CELLS = 8;
  private static final int REACH_BLOCKS = 3;
  private static final float LARGEST_WANDER = 0.12f;
  private static final double LEAST_SHARE = 0.3;

  private final int widthCells;
  private final int blocksAcross;
  private final int blocksDown;
  private final float[] whole = new float[3];
  private final float[] local;

  /** The gain that takes one quiet scene to another of the same size. */
  public static Gain between(QuietScene one, QuietScene other) {
    return new Gain(one, one, other);
  }

  /** The gain that takes a quiet scene to a picture of the same size. */
  public static Gain between(QuietScene scene, SmallPicture picture) {
    return new Gain(scene, scene, picture);
  }

  private Gain(QuietScene grid, Levels before, Levels now) {
    this.widthCells = grid.widthCells();
    blocksAcross = (widthCells + BLOCK_CELLS - 1) / BLOCK_CELLS;
    blocksDown = (grid.heightCells() + BLOCK_CELLS - 1) / BLOCK_CELLS;
    local = new float[3 * blocksAcross * blocksDown];
    for (int c = 0; c < 3; c++) {
      whole[c] = median(before, now, grid.cells(), c);
    }
    refine(new Sums(before, now, grid.cells()));
  }

  private static float median(Levels before, Levels now, int cells, int channel) {
    int[] histogram = new int[4 * STEPS_PER_UNIT];
    int counted = 0;
    for (int i = channel; i < 3 * cells; i += 9) {
      float level = before.level(i);
      if (level >= DARKEST) {
        int step = (int) (now.level(i) / level * STEPS_PER_UNIT + 0.5f);
        histogram[Math.min(step, histogram.length - 1)]++;
        counted++;
      }
    }
    if (counted == 0) {
      return 1;
    }
    int step = 0;
    for (int seen = histogram[0]; 2 * seen < counted; seen += histogram[step]) {
      step++;
    }
    return Math.clamp((float) step / STEPS_PER_UNIT, 0.25f, 4f);
  }

  /**
   * Sums over the cells of each block; those of a channel lie at three times the block's number.
   */
  private final class Sums {
    private final double[] before = new double[3 * blocksAcross * blocksDown];
    private final double[] now = new double[3 * blocksAcross * blocksDown];
    private final int[] agreeing = new int[blocksAcross * blocksDown];
    private final int[] present = new int[blocksAcross * blocksDown];

    Sums(Levels was, Levels is, int cells) {
      for (int first = 0, y = 0; first < cells; first += widthCells, y++) {
        int row = y / BLOCK_CELLS * blocksAcross;
        for (int x = 0; x < widthCells; x++) {
          add(was, is, first + x, row + x / BLOCK_CELLS);
        }
      }
    }

    private void add(Levels was, Levels is, int cell, int block) {
      present[block]++;
      if (agrees(was, is, cell)) {
        agreeing[block]++;
        for (int c = 0; c < 3; c++) {
          before[3 * block + c] += was.level(3 * cell + c);
          now[3 * block + c] += is.level(3 * cell + c);
        }
      }
    }
  }

  private boolean agrees(Levels before, Levels now, int cell) {
    for (int c = 0; c < 3; c++) {
      float expected = before.level(3 * cell + c) * whole[c];
      if (expected < DARKEST
          || Math.abs(now.level(3 * cell + c) - expected) > LARGEST_WANDER * expected) {
        return false;
      }
    }
    return true;
  }

  private void refine(Sums sums) {
    for (int y = 0; y < blocksDown; y++) {
      for (int x = 0; x < blocksAcross; x++) {
        refine(sums, x, y);
      }
    }
  }

  /** If enough cells around agree for their mean to mean something, it is the gain here. */
  private void refine(Sums sums, int x, int y) {
    int top = Math.max(0, y - REACH_BLOCKS);
    int bottom = Math.min(blocksDown - 1, y + REACH_BLOCKS);
    int left = Math.max(0, x - REACH_BLOCKS);
    int right = Math.min(blocksAcross - 1, x + REACH_BLOCKS);
    int agreeing = 0;
    int present = 0;
    for (int ny = top; ny <= bottom; ny++) {
      for (int block = ny * blocksAcross + left; block <= ny * blocksAcross + right; block++) {
        agreeing += sums.agreeing[block];
        present += sums.present[block];
      }
    }
    boolean speaks = agreeing > LEAST_SHARE * present;
    for (int c = 0; c < 3; c++) {
      double before = 0;
      double now = 0;
      for (int ny = top; speaks && ny <= bottom; ny++) {
        for (int block = ny * blocksAcross + left; block <= ny * blocksAcross + right; block++) {
          before += sums.before[3 * block + c];
          now += sums.now[3 * block + c];
        }
      }
      local[3 * (y * blocksAcross + x) + c] = speaks ? (float) (now / before) : whole[c];
    }
  }

  private int block(int cell) {
    return cell / widthCells / BLOCK_CELLS * blocksAcross + cell % widthCells / BLOCK_CELLS;
  }

  /** Where the factors of the cells around a place begin, for {@link #at}. */
  int place(int x, int y) {
    return 3 * (y / BLOCK_CELLS * blocksAcross + x / BLOCK_CELLS);
  }

  /** The factor of a channel at such a place. */
  float at(int place, int channel) {
    return local[place + channel];
  }

  /** The factor of channel {@code i % 3} of cell {@code i / 3}, 0.2 to 4.5. */
  public float factor(int i) {
    return local[3 * block(i / 3) + i % 3];
  }
}
