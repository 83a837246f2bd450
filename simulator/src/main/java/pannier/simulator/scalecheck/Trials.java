package pannier.simulator.scalecheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import pannier.domain.evidence.WeightStep;
import pannier.simulator.ride.Floor;
import pannier.simulator.ride.Ride;
import pannier.simulator.scale.Climate;
import pannier.simulator.scale.Load;
import pannier.simulator.scale.Spot;
import pannier.simulator.world.Chance;

/**
 * What the figures come from: small steps at rest, small steps while the cart rolls, items that
 * land, roll and settle, and hours in which nothing comes or goes.
 */
final class Trials {
  private static final long SECOND = 1_000_000_000L;
  private static final int TRIALS = 300;

  /** So many that 99.9 % can be told from 99.8 %. */
  private static final int PARKED_TRIALS = 1000;

  /** From a nearly empty basket to a full one. */
  private static final double[] FILLS_GRAMS = {500, 6000, 20_000, 48_000};

  /** A level floor, and the slope of 5 % up to which the scale weighs. */
  private static final double[] SLOPES_DEGREES = {0, 2.86};

  private static final double QUIET_HOURS = 2;

  /** The air of each half hour beside the shop's: a cold store, the shop, the sun, the shop. */
  private static final double[] AIR_KELVIN = {-17, 0, 10, 0};

  /** A step counts as found within this much of its mass. */
  private static final double SMALL_TOLERANCE_GRAMS = 2;

  private static final double ROLLING_TOLERANCE_GRAMS = 6;

  private final Chance chance;
  private double seconds;

  Trials(long seed) {
    this.chance = new Chance(seed);
  }

  /** Hours simulated so far. */
  double hours() {
    return seconds / 3600;
  }

  /**
   * The fraction of 5 g steps that are found within 4 s, the cart at rest, level or on a slope of 5
   * %, nearly empty to full.
   */
  double parked() {
    RandomGenerator random = chance.of("parked");
    int found = 0;
    int trials = PARKED_TRIALS / (FILLS_GRAMS.length * SLOPES_DEGREES.length);
    for (double grams : FILLS_GRAMS) {
      for (double degrees : SLOPES_DEGREES) {
        Bench bench = filled(random, grams);
        slope(bench, degrees);
        for (int i = 0; i < trials; i++) {
          found += foundParked(bench, i % 2 == 0 ? 5 : -5, random);
        }
        seconds += bench.nowNanos() * 1e-9;
      }
    }
    return (double) found / (trials * FILLS_GRAMS.length * SLOPES_DEGREES.length);
  }

  private static int foundParked(Bench bench, double grams, RandomGenerator random) {
    bench.runUntil(bench.nowNanos() + 2 * SECOND);
    bench.add(step(grams, bench.nowNanos() + SECOND / 2, random));
    return has(bench.runUntil(bench.nowNanos() + 3 * SECOND), grams, SMALL_TOLERANCE_GRAMS);
  }

  /** The cart rolls onto a slope and stays there. */
  private static void slope(Bench bench, double degrees) {
    if (degrees > 0) {
      long from = bench.nowNanos() + SECOND;
      bench.add(new Ride.Ramp(from, from + 86_400 * SECOND, degrees));
      bench.runUntil(from + 3 * SECOND);
    }
  }

  /**
   * The fraction of 20 g steps, put in while the cart rolls over a smooth floor, that are found by
   * three seconds after it stops.
   */
  double rolling() {
    RandomGenerator random = chance.of("rolling");
    Bench bench = filled(random, 4000);
    int found = 0;
    for (int i = 0; i < TRIALS; i++) {
      double grams = i % 2 == 0 ? 20 : -20;
      long start = bench.nowNanos() + 2 * SECOND;
      long stop = start + Math.round((4 + 4 * random.nextDouble()) * SECOND);
      double metresPerSecond = 0.4 + 0.8 * random.nextDouble();
      bench.add(new Ride.Rolling(start, stop, Floor.SMOOTH, metresPerSecond));
      bench.add(step(grams, start + 2 * SECOND, random));
      found += has(bench.runUntil(stop + 3 * SECOND), grams, ROLLING_TOLERANCE_GRAMS);
    }
    seconds += bench.nowNanos() * 1e-9;
    return (double) found / TRIALS;
  }

  private static int has(List<WeightStep> steps, double grams, double tolerance) {
    double sum = steps.stream().mapToDouble(step -> step.change().mean().grams()).sum();
    return !steps.isEmpty() && Math.abs(sum - grams) <= tolerance ? 1 : 0;
  }

  /**
   * Items of 20 g to 2 kg that land, some of which roll, and go again.
   *
   * @param errorGrams 99th percentile of what the scale says against the truth; a step that is not
   *     found counts with all its mass
   * @param settleSeconds 99th percentile from the load's being all there to the step's being known
   */
  record Landing(double errorGrams, double settleSeconds) {}

  Landing landing() {
    RandomGenerator random = chance.of("landing");
    List<Double> errors = new ArrayList<>();
    List<Double> settles = new ArrayList<>();
    for (double grams : FILLS_GRAMS) {
      for (double degrees : SLOPES_DEGREES) {
        Bench bench = filled(random, Math.min(grams, 47_500));
        slope(bench, degrees);
        land(bench, random, errors, settles);
        seconds += bench.nowNanos() * 1e-9;
      }
    }
    return new Landing(percentile99(errors), percentile99(settles));
  }

  private static void land(
      Bench bench, RandomGenerator random, List<Double> errors, List<Double> settles) {
    double lies = 0;
    int trials = 2 * TRIALS / (FILLS_GRAMS.length * SLOPES_DEGREES.length);
    for (int i = 0; i < trials; i++) {
      double grams = lies > 0 ? -lies : 20 * StrictMath.pow(100, random.nextDouble());
      lies = Math.max(0, grams);
      bench.runUntil(bench.nowNanos() + SECOND);
      Load.Step step = step(grams, bench.nowNanos() + SECOND / 2, random);
      boolean rolls = grams > 0 && random.nextInt(3) == 0;
      bench.add(rolls ? new Load.Rolled(step, spot(random), 1 + 2 * random.nextDouble()) : step);
      List<WeightStep> steps = bench.runUntil(bench.nowNanos() + 4 * SECOND);
      double found = steps.stream().mapToDouble(each -> each.change().mean().grams()).sum();
      errors.add(Math.abs(found - grams));
      if (!steps.isEmpty()) {
        settles.add((steps.getLast().settledNanos() - step.fullNanos()) * 1e-9);
      }
    }
  }

  private static double percentile99(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
  }

  /**
   * Steps an hour that the scale makes up in two hours in which nothing comes or goes: walks over
   * smooth floor and tiles, kerbs, ramps, leaning, presses, drips, and half an hour each in a cold
   * store, back, in the sun, and back.
   */
  double falseStepsPerHour() {
    RandomGenerator random = chance.of("quiet");
    Bench bench = filled(random, 5000);
    long end = Math.round(QUIET_HOURS * 3600) * SECOND;
    bench.add(new Load.Leak(Spot.CENTRE, 0.02, 60 * SECOND, end));
    long steps = 0;
    int air = 0;
    Climate climate = new Climate(0, 0, chance.of("climate"));
    while (bench.nowNanos() < end) {
      if (bench.nowNanos() >= air * 1800L * SECOND) {
        climate = climate.then(AIR_KELVIN[air++], bench.nowNanos());
        bench.set(climate);
      }
      long from = bench.nowNanos() + SECOND;
      long until = from + Math.round((3 + 12 * random.nextDouble()) * SECOND);
      disturb(bench, random, from, until);
      steps += items(bench.runUntil(until + 4 * SECOND));
    }
    seconds += bench.nowNanos() * 1e-9;
    return steps / QUIET_HOURS;
  }

  /** Those that the cart would take for things: a step beside the cells is a lean or a hung bag. */
  private static long items(List<WeightStep> steps) {
    return steps.stream().filter(step -> !step.offTheCells()).count();
  }

  private static void disturb(Bench bench, RandomGenerator random, long from, long until) {
    double metresPerSecond = 0.4 + 0.8 * random.nextDouble();
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> bench.add(new Ride.Rolling(from, until, Floor.SMOOTH, metresPerSecond));
      case 3 -> bench.add(new Ride.Rolling(from, until, Floor.TILES, metresPerSecond));
      case 4 -> {
        bench.add(new Ride.Rolling(from, until, Floor.ASPHALT, metresPerSecond));
        bench.add(new Ride.Kerb(from + SECOND));
      }
      case 5 -> bench.add(new Ride.Ramp(from, until, 2 + 4 * random.nextDouble()));
      case 6 ->
          bench.add(
              new Load.Lean(
                  new Spot(random.nextDouble(), 1.1),
                  500 + 4000 * random.nextDouble(),
                  from,
                  until));
      default ->
          bench.add(
              new Load.Press(
                  spot(random), 50 + 500 * random.nextDouble(), from, from + SECOND / 2));
    }
  }

  private Bench filled(RandomGenerator random, double grams) {
    Bench bench = new Bench(new Chance(random.nextLong()));
    bench.add(new Load.Step(Spot.CENTRE, grams, -3600 * SECOND, -3600 * SECOND, STILL));
    bench.runUntil(3 * SECOND);
    return bench;
  }

  private static final Load.Ringing STILL = new Load.Ringing(0, 5, 0.1);

  private static Load.Step step(double grams, long touch, RandomGenerator random) {
    Load.Ringing ringing =
        new Load.Ringing(
            0.1 + 0.15 * random.nextDouble(),
            5 + 5 * random.nextDouble(),
            0.07 + 0.08 * random.nextDouble());
    long full = touch + Math.round((0.05 + 0.15 * random.nextDouble()) * SECOND);
    return new Load.Step(spot(random), grams, touch, full, ringing);
  }

  private static Spot spot(RandomGenerator random) {
    return new Spot(0.1 + 0.8 * random.nextDouble(), 0.1 + 0.8 * random.nextDouble());
  }
}
