package pannier.simulator.scale;

/** Something that presses on the platform from some instant on, or for a while. */
public sealed interface Load {
  /** Where it presses. */
  Spot spot();

  /** How hard at an instant, in grams; negative where it takes weight off. */
  double gramsAt(long nanos);

  /**
   * An item that comes to stand (positive mass) or is taken off (negative). The hand lets the
   * weight over in a ramp; then platform and item ring as a damped spring.
   *
   * @param touchNanos when it first touches, or when the hand begins to lift
   * @param fullNanos when all its weight has changed over; not before {@code touchNanos}
   */
  record Step(Spot spot, double massGrams, long touchNanos, long fullNanos, Ringing ringing)
      implements Load {
    public Step {
      if (fullNanos < touchNanos) {
        throw new IllegalArgumentException("full %d, touch %d".formatted(fullNanos, touchNanos));
      }
    }

    @Override
    public double gramsAt(long nanos) {
      if (nanos <= touchNanos) {
        return 0;
      }
      double ramp = fullNanos == touchNanos ? 1 : smooth(touchNanos, fullNanos, nanos);
      double ring = massGrams * ringing.at((nanos - fullNanos) * 1e-9);
      return massGrams * (ramp + Creep.fraction((nanos - fullNanos) * 1e-9)) + ring;
    }
  }

  /**
   * A hand that presses, or holds up, for a moment.
   *
   * @param peakGrams in the middle of it; negative when it holds something up
   */
  record Press(Spot spot, double peakGrams, long startNanos, long endNanos) implements Load {
    public Press {
      if (endNanos <= startNanos) {
        throw new IllegalArgumentException("a press without length");
      }
    }

    @Override
    public double gramsAt(long nanos) {
      if (nanos <= startNanos || nanos >= endNanos) {
        return 0;
      }
      double phase = (double) (nanos - startNanos) / (endNanos - startNanos);
      double sine = StrictMath.sin(Math.PI * phase);
      return peakGrams * sine * sine;
    }
  }

  /**
   * A damped spring. A basket on bar cells rings at 5 to 10 Hz and is quiet after 0.3 to 0.6 s; the
   * synthetic trace beside the footage that the project is checked with does the same.
   *
   * @param amplitudeFraction of the step's mass, 0 to 1
   * @param hertz above zero
   * @param decaySeconds to fall to 1/e, above zero
   */
  record Ringing(double amplitudeFraction, double hertz, double decaySeconds) {
    public Ringing {
      if (!(amplitudeFraction >= 0) || !(hertz > 0) || !(decaySeconds > 0)) {
        throw new IllegalArgumentException(
            "ringing %s %s %s".formatted(amplitudeFraction, hertz, decaySeconds));
      }
    }

    double at(double seconds) {
      return seconds <= 0
          ? 0
          : amplitudeFraction
              * StrictMath.exp(-seconds / decaySeconds)
              * StrictMath.sin(2 * Math.PI * hertz * seconds);
    }
  }

  private static double smooth(long from, long to, long nanos) {
    double x = Math.clamp((double) (nanos - from) / (to - from), 0, 1);
    return x * x * (3 - 2 * x);
  }
}
