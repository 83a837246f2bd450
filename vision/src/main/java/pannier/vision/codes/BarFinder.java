package pannier.vision.codes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Looks for places where brightness changes strongly and in one direction alone, as it does across
 * bars. It costs a millisecond or less where there are none, which is nearly always.
 */
final class BarFinder {
  /** Mean square of the derivative over two pixels; faint bars of 20 grey levels have this. */
  private static final float LEAST_ONE_WAY = 150;

  /** Share of all change that goes one way. Noise of 8 % on sharp bars leaves 0.6. */
  private static final float LEAST_COHERENCE = 0.4f;

  /** Cosine of twice the angle between neighbours: 15 degrees. */
  private static final double LEAST_AGREEMENT = Math.cos(Math.toRadians(30));

  /** A UPC-E, the shortest symbol, of one and a half pixels a module. */
  private static final double LEAST_ACROSS = 72;

  private static final double LEAST_ALONG = 8;
  private static final int LEAST_BLOCKS = 7;
  private static final int MOST_PATCHES = 3;
  private static final int MOST_FINE_PATCHES = 5;

  /** Seen from further aside a symbol is too narrow to be read. */
  private static final double MOST_SHEAR = 1;

  private final Gradients gradients;
  private final boolean[] taken;
  private final int[] queue;

  private BarFinder(Gradients gradients) {
    this.gradients = gradients;
    int blocks = gradients.columns() * gradients.rows();
    this.taken = new boolean[blocks];
    this.queue = new int[blocks];
  }

  /** The largest few places, largest first. */
  static List<BarPatch> find(Gradients gradients) {
    return new BarFinder(gradients).find();
  }

  /**
   * The same in an 8-bit grey picture whose bars may be hardly a pixel wide: those of most
   * contrast, as lines of small print are larger than a symbol and paler.
   */
  static List<BarPatch> findFine(Mat grey) {
    Mat doubled = new Mat();
    Imgproc.resize(grey, doubled, new Size(), 2, 2, Imgproc.INTER_LINEAR);
    List<Found> found = new BarFinder(Gradients.of(doubled)).all();
    doubled.release();
    found.sort(Comparator.comparingDouble(Found::contrast).reversed());
    return found.stream().limit(MOST_FINE_PATCHES).map(one -> one.patch.halved()).toList();
  }

  private List<BarPatch> find() {
    return all().stream()
        .map(Found::patch)
        .sorted(Comparator.comparingDouble((BarPatch p) -> -p.across() * p.along()))
        .limit(MOST_PATCHES)
        .toList();
  }

  /**
   * A place that may be bars.
   *
   * @param contrast mean square of the derivative across
   */
  private record Found(BarPatch patch, double contrast) {}

  private List<Found> all() {
    List<Found> found = new ArrayList<>();
    for (int block = 0; block < taken.length; block++) {
      if (!taken[block] && isBars(block)) {
        int count = flood(block);
        if (count >= LEAST_BLOCKS) {
          BarPatch patch = patch(count);
          if (patch.across() >= LEAST_ACROSS && patch.along() >= LEAST_ALONG) {
            found.add(new Found(patch, contrast(count)));
          }
        }
      }
    }
    return found;
  }

  private double contrast(int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += gradients.oneWay(queue[i]);
    }
    return sum / count;
  }

  private boolean isBars(int block) {
    float oneWay = gradients.oneWay(block);
    return oneWay > LEAST_ONE_WAY && oneWay > LEAST_COHERENCE * gradients.strength(block);
  }

  /** Puts all blocks connected to this one that change in its direction into the queue. */
  private int flood(int seed) {
    int columns = gradients.columns();
    int head = 0;
    int tail = 0;
    queue[tail++] = seed;
    taken[seed] = true;
    while (head < tail) {
      int block = queue[head++];
      int column = block % columns;
      tail = take(block, column > 0 ? block - 1 : -1, tail);
      tail = take(block, column + 1 < columns ? block + 1 : -1, tail);
      tail = take(block, block - columns, tail);
      tail = take(block, block + columns, tail);
    }
    return tail;
  }

  private int take(int from, int block, int tail) {
    if (block < 0 || block >= taken.length || taken[block] || !isBars(block)) {
      return tail;
    }
    double agreement = cos2(from) * cos2(block) + sin2(from) * sin2(block);
    if (agreement < LEAST_AGREEMENT) {
      return tail;
    }
    taken[block] = true;
    queue[tail] = block;
    return tail + 1;
  }

  private double cos2(int block) {
    return (gradients.xx(block) - gradients.yy(block)) / gradients.oneWay(block);
  }

  private double sin2(int block) {
    return 2 * gradients.xy(block) / gradients.oneWay(block);
  }

  private BarPatch patch(int count) {
    double straight = 0;
    double crossed = 0;
    for (int i = 0; i < count; i++) {
      straight += gradients.xx(queue[i]) - gradients.yy(queue[i]);
      crossed += 2 * gradients.xy(queue[i]);
    }
    double angle = 0.5 * Math.atan2(crossed, straight);
    Blocks blocks = blocks(count, Math.cos(angle), Math.sin(angle));
    double shear = blocks.shear();
    double fromAcross = min(blocks.across);
    double toAcross = max(blocks.across);
    double[] sheared = new double[count];
    for (int i = 0; i < count; i++) {
      sheared[i] = blocks.along[i] - shear * blocks.across[i];
    }
    double u = (fromAcross + toAcross) / 2;
    double v = (min(sheared) + max(sheared)) / 2 + shear * u;
    return new BarPatch(
        u * Math.cos(angle) - v * Math.sin(angle),
        u * Math.sin(angle) + v * Math.cos(angle),
        angle,
        toAcross - fromAcross + Gradients.SIDE,
        max(sheared) - min(sheared) + Gradients.SIDE,
        shear);
  }

  /** Middles of the queue's blocks. */
  private Blocks blocks(int count, double cos, double sin) {
    Blocks blocks = new Blocks(count);
    for (int i = 0; i < count; i++) {
      int column = queue[i] % gradients.columns();
      int row = queue[i] / gradients.columns();
      double x = 1 + (column + 0.5) * Gradients.SIDE;
      double y = 1 + (row + 0.5) * Gradients.SIDE;
      blocks.across[i] = x * cos + y * sin;
      blocks.along[i] = y * cos - x * sin;
    }
    return blocks;
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  /** Where blocks lie across and along the bars, in pixels. */
  private static final class Blocks {
    private final double[] across;
    private final double[] along;

    Blocks(int count) {
      across = new double[count];
      along = new double[count];
    }

    /** How much further along for each pixel across they lie on the whole. */
    double shear() {
      double meanAcross = Arrays.stream(across).average().orElseThrow();
      double meanAlong = Arrays.stream(along).average().orElseThrow();
      double both = 0;
      double square = Gradients.SIDE * Gradients.SIDE;
      for (int i = 0; i < across.length; i++) {
        both += (across[i] - meanAcross) * (along[i] - meanAlong);
        square += (across[i] - meanAcross) * (across[i] - meanAcross);
      }
      return Math.clamp(both / square, -MOST_SHEAR, MOST_SHEAR);
    }
  }
}
