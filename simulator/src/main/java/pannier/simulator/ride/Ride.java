package pannier.simulator.ride;

/**
 * Something that moves the cart from one instant to another.
 *
 * <p>What is felt is a sum of eight harmonics of the bumps' frequency, falling with their number,
 * each beside a whole multiple, so that it does not repeat.
 */
public sealed interface Ride {
  long fromNanos();

  long untilNanos();

  /** Upward acceleration beside gravity at an instant within it. */
  double verticalMps2(long nanos);

  /** Tilt at an instant within it. */
  double tiltDegrees(long nanos);

  /** The cart rolls. */
  record Rolling(long fromNanos, long untilNanos, Floor floor, double metresPerSecond)
      implements Ride {
    private static final int HARMONICS = 8;

    /** One over the sum of the halved squared amplitudes. */
    private static final double NORM = 1.145;

    public Rolling {
      if (untilNanos <= fromNanos || !(metresPerSecond > 0 && metresPerSecond <= 3)) {
        throw new IllegalArgumentException(
            "rolling at %s m/s for %d ns".formatted(metresPerSecond, untilNanos - fromNanos));
      }
    }

    @Override
    public double verticalMps2(long nanos) {
      double seconds = (nanos - fromNanos) * 1e-9;
      double hertz = metresPerSecond / floor.pitchMetres();
      double sum = 0;
      for (int k = 1; k <= HARMONICS; k++) {
        double phase = 2.399963 * k * (k + fromNanos % 97);
        sum += StrictMath.sin(2 * Math.PI * hertz * (k + 0.07 * k * k) * seconds + phase) / k;
      }
      return floor.rmsMps2() * metresPerSecond * NORM * sum;
    }

    @Override
    public double tiltDegrees(long nanos) {
      return 0;
    }
  }

  /** A wheel goes over a kerb of a few centimetres: a blow, and the cart tips for half a second. */
  record Kerb(long fromNanos) implements Ride {
    private static final double BLOW_MPS2 = 15;

    @Override
    public long untilNanos() {
      return fromNanos + 600_000_000L;
    }

    @Override
    public double verticalMps2(long nanos) {
      double seconds = (nanos - fromNanos) * 1e-9;
      return BLOW_MPS2
          * StrictMath.exp(-seconds / 0.06)
          * StrictMath.sin(2 * Math.PI * 12 * seconds);
    }

    @Override
    public double tiltDegrees(long nanos) {
      double share = (double) (nanos - fromNanos) / (untilNanos() - fromNanos);
      return 5 * StrictMath.sin(Math.PI * share);
    }
  }

  /** The cart stands or rolls on a ramp; it gets onto it and off it in a second. */
  record Ramp(long fromNanos, long untilNanos, double degrees) implements Ride {
    @Override
    public double verticalMps2(long nanos) {
      return 0;
    }

    @Override
    public double tiltDegrees(long nanos) {
      double edge = Math.min(nanos - fromNanos, untilNanos - nanos) * 1e-9;
      return degrees * Math.clamp(edge, 0, 1);
    }
  }

  /**
   * A lift, or any floor that carries the whole cart up or down: it gathers speed for a second and
   * a half, goes steadily, and slows down for as long. Nothing shakes; everything weighs more, then
   * less. Lifts for people gather speed with 0.5 to 1.2 m/s², those for goods with less
   * (estimates).
   *
   * @param mps2 with which it gathers speed; negative goes down
   */
  record Elevator(long fromNanos, long untilNanos, double mps2) implements Ride {
    private static final long GATHERS_NANOS = 1_500_000_000L;

    public Elevator {
      if (untilNanos - fromNanos < 2 * GATHERS_NANOS || !(Math.abs(mps2) <= 3)) {
        throw new IllegalArgumentException(
            "a lift with %s m/s² for %d ns".formatted(mps2, untilNanos - fromNanos));
      }
    }

    @Override
    public double verticalMps2(long nanos) {
      if (nanos - fromNanos < GATHERS_NANOS) {
        return mps2 * eased(nanos - fromNanos);
      }
      return untilNanos - nanos < GATHERS_NANOS ? -mps2 * eased(untilNanos - nanos) : 0;
    }

    /** Without a jerk: half a sine, whose mean is two thirds of its peak. */
    private static double eased(long nanos) {
      return StrictMath.sin(Math.PI * nanos / GATHERS_NANOS);
    }

    @Override
    public double tiltDegrees(long nanos) {
      return 0;
    }
  }
}
