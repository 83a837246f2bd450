package pannier.simulator.render;

/**
 * A triangle on a canvas, drawn row by row: where its edges cross a row, and what its pixels carry.
 * All of it grows evenly along a row and from row to row, but for the place on the texture, which
 * does so before it is divided by nearness. Scratch memory; one thread.
 */
final class Triangle {
  /** What corners and pixels carry: nearness, u and v times it, brightness, glare. */
  static final int CARRIED = 5;

  /** Bits behind the point of brightness and glare: room for light twice as strong as white. */
  private static final int LIGHT_BITS = 20;

  private static final double LIGHT_ONE = 1 << LIGHT_BITS;

  /** A pixel whose middle lies less than so many pixels outside an edge counts as inside. */
  private static final double ON_EDGE = 1e-9;

  /** A weight that does not grow along a row is taken to grow by so little. */
  private static final double LEVEL = 1e-30;

  /** Where the side on which each corner's weight is zero crosses the first row, and the next. */
  private final double[] crossings = new double[3];

  private final double[] slants = new double[3];
  private final boolean[] rising = new boolean[3];

  private final double[] values = new double[CARRIED];
  private final double[] across = new double[CARRIED];
  private final double[] down = new double[CARRIED];
  private int brighter;
  private int glaring;
  private int row;
  private int first;
  private int last;

  /** A corner's share in a pixel: in the first one, and its growth along a row and down. */
  record Weight(double atFirst, double across, double down) {}

  /**
   * Begins a triangle.
   *
   * @param screen what the corners carry, each from its index on
   * @param second weight of corner {@code b}
   * @param third weight of corner {@code c}
   */
  void begin(double[] screen, int[] corners, Weight second, Weight third) {
    side(0, second);
    side(1, third);
    side(
        2,
        new Weight(
            1 - second.atFirst - third.atFirst,
            -second.across - third.across,
            -second.down - third.down));
    for (int i = 0; i < CARRIED; i++) {
      double atA = screen[corners[0] + i];
      double toB = screen[corners[1] + i] - atA;
      double toC = screen[corners[2] + i] - atA;
      values[i] = atA + second.atFirst * toB + third.atFirst * toC;
      across[i] = second.across * toB + third.across * toC;
      down[i] = second.down * toB + third.down * toC;
    }
  }

  private void side(int index, Weight weight) {
    double grows = weight.across == 0 ? LEVEL : weight.across;
    crossings[index] = -weight.atFirst / grows;
    slants[index] = -weight.down / grows;
    rising[index] = grows > 0;
  }

  /** Says what it wears. */
  void wear(Texture.Level level) {
    scale(1, level.lastColumn256());
    scale(2, level.lastRow256());
    scale(3, LIGHT_ONE);
    scale(4, LIGHT_ONE);
    brighter = (int) across[3];
    glaring = (int) across[4];
  }

  private void scale(int index, double by) {
    values[index] *= by;
    across[index] *= by;
    down[index] *= by;
  }

  /**
   * Finds which pixels of a row it covers.
   *
   * @param below the first row
   * @param width how many pixels of the row there are
   * @return whether it covers any
   */
  boolean covers(int below, int width) {
    row = below;
    first = 0;
    last = width - 1;
    for (int i = 0; i < 3; i++) {
      double crossing = crossings[i] + slants[i] * row;
      if (rising[i]) {
        first = Math.max(first, (int) Math.ceil(crossing - ON_EDGE));
      } else {
        last = Math.min(last, (int) Math.floor(crossing + ON_EDGE));
      }
    }
    return first <= last;
  }

  /** Its first pixel in the row that {@link #covers} looked at. */
  int first() {
    return first;
  }

  /** Its last pixel there. */
  int last() {
    return last;
  }

  /**
   * Draws the pixels that {@link #covers} found, where nothing nearer is.
   *
   * @param at index of the first of them on the canvas
   */
  void draw(Canvas canvas, Texture.Level level, int at) {
    double nearness = start(0);
    double u = start(1);
    double v = start(2);
    int bright = (int) start(3);
    int glare = (int) start(4);
    float[] depths = canvas.nearness;
    int end = at + last - first + 1;
    for (int i = at; i < end; i++) {
      if ((float) nearness > depths[i]) {
        depths[i] = (float) nearness;
        double distance = 1 / nearness;
        canvas.argb[i] = lit(level.at((int) (u * distance), (int) (v * distance)), bright, glare);
      }
      nearness += across[0];
      u += across[1];
      v += across[2];
      bright += brighter;
      glare += glaring;
    }
  }

  private double start(int index) {
    return values[index] + row * down[index] + first * across[index];
  }

  private static int lit(int rgb, int bright, int glare) {
    int red = Math.min(255, ((rgb >> 16 & 255) * bright + glare) >> LIGHT_BITS);
    int green = Math.min(255, ((rgb >> 8 & 255) * bright + glare) >> LIGHT_BITS);
    int blue = Math.min(255, ((rgb & 255) * bright + glare) >> LIGHT_BITS);
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }
}
