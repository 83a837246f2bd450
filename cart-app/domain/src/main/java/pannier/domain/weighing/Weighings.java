package pannier.domain.weighing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.WeightStep;

/**
 * What of a trip is sold by mass and not weighed yet, and how the cart stood meanwhile. An
 * immutable value.
 *
 * <p>A weighing is the difference of two levels at which the cart stood still and level, between
 * which one thing went in. A cart that rolls, or stands on a slope, may book a thing meanwhile; it
 * is weighed when the cart stands again, as long as nothing else came or went.
 *
 * @param waiting oldest first
 * @param weighed how many weighings the trip has so far
 */
public record Weighings(Stance stance, Plateaus plateaus, List<Unweighed> waiting, int weighed) {
  public static final Weighings START = new Weighings(Stance.START, Plateaus.START, List.of(), 0);

  public Weighings {
    waiting = List.copyOf(waiting);
  }

  /** For the next trip; how the cart stands is known. */
  public Weighings cleared() {
    return new Weighings(stance, plateaus, List.of(), 0);
  }

  public Weighings moved(MotionSample motion, WeighingRules rules, double steepestDegrees) {
    return with(stance.next(motion, rules, steepestDegrees), plateaus);
  }

  public Weighings stepped(WeightStep step) {
    return with(stance, plateaus.stepped(step));
  }

  /** Whether the scale's level is of use now: the cart stands, and the last one is old. */
  public boolean wantsLevel(WeighingRules rules, long nowNanos) {
    return plateaus.old(nowNanos) && stance.obstacle(rules, nowNanos).isEmpty();
  }

  /** The cart stands, and {@code grams} lie in it. */
  public Weighings stands(double grams, long nowNanos) {
    return with(stance, plateaus.stands(grams, nowNanos));
  }

  private Weighings with(Stance standing, Plateaus levels) {
    return new Weighings(standing, levels, waiting, weighed);
  }

  /** Something that is sold by mass went in. */
  public Weighings added(Unweighed one) {
    List<Unweighed> next = new ArrayList<>(waiting);
    next.add(one);
    return waiting(next);
  }

  /** It went out again: of several, the one that weighs as much. */
  public Weighings removed(ProductId product, double grams, boolean all) {
    List<Unweighed> next = new ArrayList<>(waiting);
    if (all) {
      next.removeIf(one -> one.product().equals(product));
    } else {
      waiting.stream()
          .filter(one -> one.product().equals(product))
          .min(Comparator.comparingDouble(one -> Math.abs(one.grams() - grams)))
          .filter(one -> Math.abs(one.grams() - grams) <= 10)
          .ifPresent(next::remove);
    }
    return waiting(next);
  }

  /** Staff answer for what waits. */
  public Weighings waved() {
    return waiting(List.of());
  }

  private Weighings waiting(List<Unweighed> next) {
    return new Weighings(stance, plateaus, next, weighed);
  }

  /**
   * What came of looking at everything that waits.
   *
   * @param done with how much each weighs otherwise than was booked, tare included
   * @param hindered what has another obstacle than before
   */
  public record Look(Weighings next, List<Done> done, List<Unweighed> hindered) {}

  /** One that was weighed. */
  public record Done(Unweighed one, Weighing weighing) {
    /** How much more its line is to hold, so that its net mass is what was indicated. */
    public double correctionGrams() {
      Weighing.Result result = weighing.result();
      return result.netGrams() + result.tareGrams() - one.grams();
    }
  }

  /** Weighs what can be weighed now. */
  public Look look(WeighingRules rules, long nowNanos) {
    List<Unweighed> left = new ArrayList<>();
    List<Done> done = new ArrayList<>();
    List<Unweighed> hindered = new ArrayList<>();
    for (Unweighed one : waiting) {
      Double gross = plateaus.find(one.crossedNanos(), one.grams()).orElse(null);
      Obstacle obstacle = gross == null ? wait(rules, nowNanos) : light(one, gross, rules);
      if (gross != null && obstacle == null) {
        int number = weighed + done.size() + 1;
        done.add(new Done(one, record(number, one, gross, rules, nowNanos)));
      } else if (obstacle != null && obstacle != one.obstacle()) {
        left.add(one.because(obstacle));
        hindered.add(one.because(obstacle));
      } else {
        left.add(one);
      }
    }
    return new Look(new Weighings(stance, plateaus, left, weighed + done.size()), done, hindered);
  }

  private static @Nullable Obstacle light(Unweighed one, double gross, WeighingRules rules) {
    return gross - one.packed().grams() < rules.leastGrams() ? Obstacle.TOO_LIGHT : null;
  }

  /** Why it cannot be weighed now; null while it only has to come to rest. */
  private @Nullable Obstacle wait(WeighingRules rules, long nowNanos) {
    return plateaus.open() ? stance.obstacle(rules, nowNanos).orElse(null) : Obstacle.UNCLEAR;
  }

  private Weighing record(
      int number, Unweighed one, double gross, WeighingRules rules, long nowNanos) {
    double tare = one.packed().grams();
    return new Weighing(
        number,
        one.product(),
        new Weighing.Result(gross, tare, rules.indicated(gross - tare)),
        nowNanos,
        new Weighing.Stability(
            rules.stillFor().toMillis(), stance.heardNanos() != null, stance.tiltDegrees()),
        rules.seal());
  }
}
