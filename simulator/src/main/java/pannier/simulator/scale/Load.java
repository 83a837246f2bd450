package pannier.simulator.scale;

/** Something that presses on the platform from some instant on, or for a while. */
public sealed interface Load {
  /** Where it presses, in the end. */
  Spot spot();

  /** Where it presses at an instant. */
  default Spot spotAt(long nanos) {
    return spot();
  }

  /** Whether it has come to an end that leaves nothing behind. */
  default boolean isOver(long nanos) {
    return false;
  }

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
   * An item that lands and rolls to where it stays: a can, a bottle, a fruit.
   *
   * @param landing where and how it comes down
   * @param spot where it comes to lie
   * @param hertz of its rocking; above zero
   */
  record Rolled(Step landing, Spot spot, double hertz) implements Load {
    private static final double CONSTANT_SECONDS = 0.35;

    @Override
    public double gramsAt(long nanos) {
      return landing.gramsAt(nanos);
    }

    @Override
    public Spot spotAt(long nanos) {
      double seconds = Math.max(0, (nanos - landing.fullNanos()) * 1e-9);
      double away =
          StrictMath.exp(-seconds / CONSTANT_SECONDS)
              * StrictMath.cos(2 * Math.PI * hertz * seconds);
      return spot.towards(landing.spot(), away);
    }
  }

  /** Water drips from it, or a bag leaks, at a steady rate. */
  record Leak(Spot spot, double gramsPerSecond, long fromNanos, long untilNanos) implements Load {
    @Override
    public double gramsAt(long nanos) {
      double seconds = (Math.clamp(nanos, fromNanos, untilNanos) - fromNanos) * 1e-9;
      return -gramsPerSecond * seconds;
    }
  }

  /**
   * A person leans on the rim, lifts the basket or hangs a bag on it, for a while. People sway at
   * about half a hertz: a tenth of the load comes and goes.
   *
   * @param grams of the steady part; negative lifts
   */
  record Lean(Spot spot, double grams, long fromNanos, long untilNanos) implements Load {
    @Override
    public double gramsAt(long nanos) {
      double in = Math.min(nanos - fromNanos, untilNanos - nanos) * 1e-9;
      double sway = 1 + 0.1 * StrictMath.sin(2 * Math.PI * 0.5 * (nanos - fromNanos) * 1e-9);
      return in <= 0 ? 0 : grams * sway * Math.min(1, in / 0.4);
    }

    @Override
    public boolean isOver(long nanos) {
      return nanos > untilNanos;
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

    @Override
    public boolean isOver(long nanos) {
      return nanos > endNanos;
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
