package pannier.vision.motion;

import java.util.Arrays;

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
  private final int heightCells;
  private final int blocksAcross;
  private final int blocksDown;
  private final float[] whole = new float[3];
  private final float[] local;
  private final int[] histogram = new int[4 * STEPS_PER_UNIT];

  /**
   * Sums over the cells of each block; those of a channel lie at three times the block's number.
   */
  private final double[] before;

  private final double[] now;
  private final int[] agreeing;
  private final int[] present;

  /** None yet, for views of this size. */
  public Gain(int widthCells, int heightCells) {
    this.widthCells = widthCells;
    this.heightCells = heightCells;
    blocksAcross = (widthCells + BLOCK_CELLS - 1) / BLOCK_CELLS;
    blocksDown = (heightCells + BLOCK_CELLS - 1) / BLOCK_CELLS;
    int blocks = blocksAcross * blocksDown;
    local = new float[3 * blocks];
    before = new double[3 * blocks];
    now = new double[3 * blocks];
    agreeing = new int[blocks];
    present = new int[blocks];
  }

  /** Becomes the gain that takes one quiet scene to another. */
  public void fit(QuietScene one, QuietScene other) {
    fitLevels(one, other);
  }

  /** Becomes the gain that takes a quiet scene to a picture. */
  public void fit(QuietScene scene, SmallPicture picture) {
    fitLevels(scene, picture);
  }

  private void fitLevels(Levels was, Levels is) {
    for (int c = 0; c < 3; c++) {
      whole[c] = median(was, is, c);
    }
    sum(was, is);
    for (int y = 0; y < blocksDown; y++) {
      for (int x = 0; x < blocksAcross; x++) {
        refine(x, y);
      }
    }
  }

  private float median(Levels was, Levels is, int channel) {
    Arrays.fill(histogram, 0);
    int counted = 0;
    for (int i = channel; i < 3 * widthCells * heightCells; i += 9) {
      float level = was.level(i);
      if (level >= DARKEST) {
        int step = (int) (is.level(i) / level * STEPS_PER_UNIT + 0.5f);
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

  private void sum(Levels was, Levels is) {
    Arrays.fill(before, 0);
    Arrays.fill(now, 0);
    Arrays.fill(agreeing, 0);
    Arrays.fill(present, 0);
    for (int y = 0, cell = 0; y < heightCells; y++) {
      int row = y / BLOCK_CELLS * blocksAcross;
      for (int x = 0; x < widthCells; x++, cell++) {
        add(was, is, cell, row + x / BLOCK_CELLS);
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

  private boolean agrees(Levels was, Levels is, int cell) {
    for (int c = 0; c < 3; c++) {
      float expected = was.level(3 * cell + c) * whole[c];
      if (expected < DARKEST
          || Math.abs(is.level(3 * cell + c) - expected) > LARGEST_WANDER * expected) {
        return false;
      }
    }
    return true;
  }

  /** If enough cells around agree for their mean to mean something, it is the gain here. */
  private void refine(int x, int y) {
    int top = Math.max(0, y - REACH_BLOCKS);
    int bottom = Math.min(blocksDown - 1, y + REACH_BLOCKS);
    int left = Math.max(0, x - REACH_BLOCKS);
    int right = Math.min(blocksAcross - 1, x + REACH_BLOCKS);
    int agreeingAround = 0;
    int presentAround = 0;
    for (int ny = top; ny <= bottom; ny++) {
      for (int block = ny * blocksAcross + left; block <= ny * blocksAcross + right; block++) {
        agreeingAround += agreeing[block];
        presentAround += present[block];
      }
    }
    boolean speaks = agreeingAround > LEAST_SHARE * presentAround;
    for (int c = 0; c < 3; c++) {
      double was = 0;
      double is = 0;
      for (int ny = top; speaks && ny <= bottom; ny++) {
        for (int block = ny * blocksAcross + left; block <= ny * blocksAcross + right; block++) {
          was += before[3 * block + c];
          is += now[3 * block + c];
        }
      }
      local[3 * (y * blocksAcross + x) + c] = speaks ? (float) (is / was) : whole[c];
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
