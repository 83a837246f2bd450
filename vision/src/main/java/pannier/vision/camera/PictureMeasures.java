package pannier.vision.camera;

import pannier.vision.motion.SmallPicture;

/**
 * How a picture looks as a whole, in grey levels of its green channel.
 *
 * @param level mean
 * @param spread standard deviation
 * @param sharpness the step to a neighbouring cell that only one in five hundred exceeds: the
 *     sharpest edges, wherever they are
 */
record PictureMeasures(double level, double spread, double sharpness) {
  private static final int SHARPEST_ONE_IN = 500;

  static PictureMeasures of(SmallPicture picture) {
    int width = picture.widthCells();
    long sum = 0;
    long squares = 0;
    int[] steps = new int[256];
    for (int cell = 0; cell < picture.cells(); cell++) {
      int own = green(picture, cell);
      sum += own;
      squares += (long) own * own;
      if (cell % width > 0) {
        steps[Math.abs(own - green(picture, cell - 1))]++;
      }
      if (cell >= width) {
        steps[Math.abs(own - green(picture, cell - width))]++;
      }
    }
    double mean = (double) sum / picture.cells();
    double variance = (double) squares / picture.cells() - mean * mean;
    return new PictureMeasures(
        mean, Math.sqrt(Math.max(0, variance)), sharpest(steps, picture.cells()));
  }

  private static int sharpest(int[] steps, int cells) {
    int rest = 2 * cells / SHARPEST_ONE_IN;
    int step = steps.length - 1;
    while (step > 0 && rest >= steps[step]) {
      rest -= steps[step];
      step--;
    }
    return step;
  }

  private static int green(SmallPicture picture, int cell) {
    return picture.value(3 * cell + 1);
  }

  /** The running mean of measures, this share of it being new. */
  PictureMeasures towards(PictureMeasures newest, double share) {
    return new PictureMeasures(
        level + share * (newest.level - level),
        spread + share * (newest.spread - spread),
        sharpness + share * (newest.sharpness - sharpness));
  }
}
