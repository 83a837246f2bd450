package pannier.simulator.world;

import org.opencv.core.Scalar;

/**
 * A camera's automatic exposure: it goes a part of the way towards the brightness that it began
 * with, with a lag, and shows a rest of the mains lamps' 100 Hz that beats with 30 frames a second.
 */
final class Exposure {
  /** A webcam's automatic exposure takes some tenths of a second. */
  private static final double LAG_SECONDS = 0.35;

  private static final double CORRECTION = 0.35;
  private static final double FLICKER_FRACTION = 0.006;
  private static final double FLICKER_HERTZ = 9.7;

  private double wanted = Double.NaN;
  private double gain = 1;
  private long lastNanos;

  /** The factor for a frame whose unexposed picture has this mean colour. */
  double gain(Scalar meanBgr, long nanos) {
    double mean = (meanBgr.val[0] + meanBgr.val[1] + meanBgr.val[2]) / 3;
    if (Double.isNaN(wanted)) {
      wanted = mean;
    }
    double target = Math.clamp(1 + CORRECTION * (wanted - mean) / Math.max(1, wanted), 0.85, 1.15);
    double seconds = (nanos - lastNanos) * 1e-9;
    gain += (target - gain) * (1 - StrictMath.exp(-seconds / LAG_SECONDS));
    lastNanos = nanos;
    double phase = 2 * Math.PI * FLICKER_HERTZ * nanos * 1e-9;
    return gain * (1 + FLICKER_FRACTION * StrictMath.sin(phase));
  }
}
