package pannier.vision.motion;

/** Sums over the cells of one block, or of several together. */
final class GainBlock {
  private final double[] before = new double[3];
  private final double[] now = new double[3];
  private int agreeing;
  private int present;

  void count() {
    present++;
  }

  void agree(int channel, float beforeLevel, float nowLevel) {
    before[channel] += beforeLevel;
    now[channel] += nowLevel;
    if (channel == 0) {
      agreeing++;
    }
  }

  void add(GainBlock other) {
    agreeing += other.agreeing;
    present += other.present;
    for (int c = 0; c < 3; c++) {
      before[c] += other.before[c];
      now[c] += other.now[c];
    }
  }

  /** Whether enough cells agree for their mean to mean something. */
  boolean speaks(double leastShare) {
    return agreeing > leastShare * present;
  }

  float ratio(int channel) {
    return (float) (now[channel] / before[channel]);
  }
}
