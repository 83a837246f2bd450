package pannier.simulator.desk.tell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;

/** The latest readings of cells and accelerometer. Written by one thread, read by any. */
final class Curves {
  private static final long KEPT_NANOS = 60_000_000_000L;

  private final Deque<LoadSample> loads = new ArrayDeque<>();
  private final Deque<MotionSample> motions = new ArrayDeque<>();

  synchronized void add(List<LoadSample> load, List<MotionSample> motion) {
    loads.addAll(load);
    motions.addAll(motion);
    while (!loads.isEmpty() && age(loads.getFirst().timestampNanos()) > KEPT_NANOS) {
      loads.removeFirst();
    }
    while (!motions.isEmpty() && age(motions.getFirst().timestampNanos()) > KEPT_NANOS) {
      motions.removeFirst();
    }
  }

  private long age(long nanos) {
    return (loads.isEmpty() ? nanos : loads.getLast().timestampNanos()) - nanos;
  }

  /** Rows of milliseconds and the four cells' grams after an instant; NaN where a cell is dead. */
  synchronized List<double[]> cells(double afterMillis) {
    List<double[]> rows = new ArrayList<>();
    for (LoadSample sample : loads) {
      double millis = sample.timestampNanos() / 1e6;
      if (millis > afterMillis) {
        rows.add(
            new double[] {
              millis,
              tenths(sample.frontLeftGrams()),
              tenths(sample.frontRightGrams()),
              tenths(sample.rearLeftGrams()),
              tenths(sample.rearRightGrams())
            });
      }
    }
    return rows;
  }

  /** Rows of milliseconds, degrees of tilt and m/s² after an instant. */
  synchronized List<double[]> motion(double afterMillis) {
    List<double[]> rows = new ArrayList<>();
    for (MotionSample sample : motions) {
      double millis = sample.timestampNanos() / 1e6;
      if (millis > afterMillis) {
        rows.add(
            new double[] {
              millis, tenths(sample.tiltDegrees()), hundredths(sample.accelerationMps2())
            });
      }
    }
    return rows;
  }

  private static double tenths(double value) {
    return Double.isNaN(value) ? value : Math.round(value * 10) / 10.0;
  }

  private static double hundredths(double value) {
    return Double.isNaN(value) ? value : Math.round(value * 100) / 100.0;
  }
}
