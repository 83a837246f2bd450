package pannier.domain.calibration;

import java.util.List;

/**
 * The mean of some seconds in which nothing moved.
 *
 * @param counts the mean
 * @param noiseCounts the largest standard deviation of a cell's samples
 * @param samples 8 or more
 */
public record Plateau(Counts counts, double noiseCounts, int samples) {
  private static final int LEAST_SAMPLES = 8;

  /**
   * @param samples all complete
   * @throws IllegalArgumentException if there are fewer than eight, or a cell gave nothing
   */
  public static Plateau of(List<Counts> samples) {
    if (samples.size() < LEAST_SAMPLES || !samples.stream().allMatch(Counts::complete)) {
      throw new IllegalArgumentException(samples.size() + " samples, or a cell gave nothing");
    }
    double[] means = new double[Counts.CORNERS];
    double noise = 0;
    for (int corner = 0; corner < Counts.CORNERS; corner++) {
      int at = corner;
      double mean = samples.stream().mapToDouble(each -> each.at(at)).average().orElseThrow();
      double squares =
          samples.stream().mapToDouble(each -> (each.at(at) - mean) * (each.at(at) - mean)).sum();
      means[corner] = mean;
      noise = Math.max(noise, Math.sqrt(squares / (samples.size() - 1)));
    }
    Counts mean = new Counts(means[0], means[1], means[2], means[3]);
    return new Plateau(mean, noise, samples.size());
  }
}
