package pannier.app.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.scale.CalibratedCells;
import pannier.domain.calibration.Counts;
import pannier.domain.calibration.Plateau;
import pannier.hal.CountReading;
import pannier.hal.LoadConverters;

/** Waits until two seconds of the converters' readings stood still. */
public final class Weigher {
  private static final int SAMPLES = 120;

  /** So many samples in vain: a minute at 80 a second. */
  private static final int PATIENCE = 4800;

  private final LoadConverters converters;
  private final Runnable pause;

  /**
   * @param pause lets some time pass until there are more readings
   */
  public Weigher(LoadConverters converters, Runnable pause) {
    this.converters = converters;
    this.pause = pause;
  }

  /** The mean of two still seconds; empty if there were none within a minute. */
  public Optional<Plateau> weigh() {
    List<Counts> window = new ArrayList<>();
    converters.drain();
    int seen = 0;
    int silent = 0;
    while (seen < PATIENCE && silent < PATIENCE / 4) {
      pause.run();
      List<CountReading> readings = converters.drain();
      silent = readings.isEmpty() ? silent + 1 : 0;
      for (CountReading reading : readings) {
        seen++;
        Counts counts = CalibratedCells.counts(reading);
        if (!Double.isFinite(
            counts.frontLeft() + counts.frontRight() + counts.rearLeft() + counts.rearRight())) {
          window.clear();
          continue;
        }
        window.add(counts);
        if (window.size() > SAMPLES) {
          window.removeFirst();
        }
        if (window.size() == SAMPLES && still(window)) {
          return Optional.of(Plateau.of(window));
        }
      }
    }
    return Optional.empty();
  }

  /** Both halves are alike as far as their own noise goes. */
  private static boolean still(List<Counts> window) {
    Plateau first = Plateau.of(window.subList(0, SAMPLES / 2));
    Plateau second = Plateau.of(window.subList(SAMPLES / 2, SAMPLES));
    double noise = Math.max(first.noiseCounts(), second.noiseCounts());
    double allowed = 6 * noise / Math.sqrt(SAMPLES / 2.0) + 1;
    return near(first.counts().frontLeft(), second.counts().frontLeft(), allowed)
        && near(first.counts().frontRight(), second.counts().frontRight(), allowed)
        && near(first.counts().rearLeft(), second.counts().rearLeft(), allowed)
        && near(first.counts().rearRight(), second.counts().rearRight(), allowed);
  }

  private static boolean near(double a, double b, double allowed) {
    return Math.abs(a - b) <= allowed;
  }
}
