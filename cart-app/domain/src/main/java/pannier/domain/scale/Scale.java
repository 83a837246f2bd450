package pannier.domain.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.WeightStep;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.scale.ScaleConfig.Platform;
import pannier.domain.scale.ScaleState.Baseline;
import pannier.domain.scale.ScaleState.Health;
import pannier.domain.scale.ScaleState.Noise;

/**
 * Finds the lasting changes of the load: pure, one sample at a time, at any rate from 10 to some
 * hundred samples a second.
 *
 * <p>A settled level is a running mean that follows drift. The load leaves it when a sample, or the
 * mean of the latest ones, is further away than noise explains; it has come to rest when a settling
 * window is as quiet as noise is and has no slope. The difference is a step; a hand that presses
 * and lets go ends where it began and is none.
 */
public final class Scale {
  /** A change of the slope by more is a level of its own. */
  private static final double SAME_TILT_RADIANS = 0.006;

  /** Five times the accelerometer's noise. */
  private static final double OTHER_TILT_DEGREES = 0.35;

  private static final int MOST_TILTS = 50;

  /** The last word of a motion sensor that says nothing since counts for so long. */
  private static final long MOTION_NANOS = 2_000_000_000L;

  private final ScaleConfig config;
  private final Platform platform;

  public Scale(ScaleConfig config) {
    this.config = config;
    this.platform = config.still().carrier();
  }

  /** What one sample gave. */
  public record Weighed(ScaleState state, Optional<WeightStep> step) {}

  /** The cart's own motion, in time order with the samples. */
  public ScaleState move(ScaleState state, MotionSample motion) {
    return new ScaleState(
        state.baseline(),
        state.noise(),
        state.window(),
        state.unsettled(),
        tilted(state.health(), motion));
  }

  /**
   * On 50 kg a ramp of 5 % turns the accelerometer's noise of a tenth of a degree into 4 g: a tilt
   * that stays is averaged over up to a second, another one is taken at once.
   */
  private static Health tilted(Health health, MotionSample now) {
    MotionSample before = health.motion();
    if (before == null
        || Math.abs(now.tiltDegrees() - before.tiltDegrees()) >= OTHER_TILT_DEGREES) {
      return new Health(now, health.fault(), health.stirredNanos(), health.runs(), 1);
    }
    int tilts = Math.min(health.tilts() + 1, MOST_TILTS);
    double tilt = before.tiltDegrees() + (now.tiltDegrees() - before.tiltDegrees()) / tilts;
    MotionSample smoothed = new MotionSample(now.timestampNanos(), tilt, now.accelerationMps2());
    return new Health(smoothed, health.fault(), health.stirredNanos(), health.runs(), tilts);
  }

  /** One sample; samples never go back in time. */
  public Weighed next(ScaleState state, LoadSample sample) {
    Optional<String> fault = fault(state, sample);
    if (fault.isPresent()) {
      return new Weighed(lost(state, sample, fault.get()), Optional.empty());
    }
    ScaleState seen = append(state, sample);
    if (!stands(seen.health(), sample.timestampNanos())) {
      return new Weighed(away(seen, sample.timestampNanos()), Optional.empty());
    }
    Baseline baseline = seen.baseline();
    if (baseline == null) {
      return new Weighed(first(seen), Optional.empty());
    }
    Long since = seen.unsettled();
    if (since == null) {
      return new Weighed(follow(seen, baseline, sample), Optional.empty());
    }
    return settle(seen, baseline, since);
  }

  /**
   * The load of the last settling window alone, tilt taken off; empty while it is not at rest. The
   * level of {@link ScaleState} is a longer mean, which may reach back to when the cart rolled.
   */
  public Optional<Mass> standing(ScaleState state) {
    if (!state.settled() || state.window().isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(rest(state))
        .map(rest -> Mass.ofGrams(rest.baseline().cells().totalGrams()));
  }

  /** Why this sample cannot be weighed, in words. */
  private Optional<String> fault(ScaleState state, LoadSample sample) {
    if (Double.isNaN(sample.totalGrams())) {
      return Optional.of(deadCell(sample) + " cell gives no reading");
    }
    // OIML R 76-1, 4.2.3: no indication above Max + 9 e.
    if (sample.totalGrams() > platform.mostGrams() + 9 * 5) {
      return Optional.of("more lies in the basket than it may carry");
    }
    if (Cells.of(sample).heaviestGrams() + platform.massGrams() / 4 > platform.cellGrams()) {
      return Optional.of("a load cell bears more than it can");
    }
    return runs(state, sample).dead().map(cell -> cell + " cell stands still");
  }

  private static Runs runs(ScaleState state, LoadSample sample) {
    Runs runs = state.health().runs();
    return state.window().isEmpty() ? runs : runs.next(state.window().getLast(), sample);
  }

  /** The newest sample stays, so that a cell that stands still is seen to move again. */
  private static ScaleState lost(ScaleState state, LoadSample sample, String fault) {
    boolean whole = !Double.isNaN(sample.totalGrams());
    Health before = state.health();
    Runs runs = whole ? runs(state, sample) : Runs.NONE;
    return new ScaleState(
        state.baseline(),
        state.noise(),
        whole ? List.of(sample) : List.of(),
        state.unsettled() == null ? sample.timestampNanos() : state.unsettled(),
        before.with(fault, runs));
  }

  private static String deadCell(LoadSample sample) {
    if (Double.isNaN(sample.frontLeftGrams())) {
      return "front left";
    }
    if (Double.isNaN(sample.frontRightGrams())) {
      return "front right";
    }
    return Double.isNaN(sample.rearLeftGrams()) ? "rear left" : "rear right";
  }

  private ScaleState append(ScaleState state, LoadSample sample) {
    List<LoadSample> window = new ArrayList<>(state.window());
    Long unsettled = state.unsettled();
    Noise noise = state.noise();
    if (!window.isEmpty()) {
      long previous = window.getLast().timestampNanos();
      long gap = sample.timestampNanos() - previous;
      if (gap > config.still().longestGap().toNanos()) {
        window.clear();
        if (unsettled == null && state.baseline() != null) {
          unsettled = previous;
        }
      } else {
        noise = noise.after(sample.totalGrams() - window.getLast().totalGrams());
      }
    }
    window.add(sample);
    long from = sample.timestampNanos() - config.settleNanos();
    // Five samples stay whatever their age, so that a slow scale settles too.
    while (window.size() > 5 && window.getFirst().timestampNanos() < from) {
      window.removeFirst();
    }
    return new ScaleState(
        state.baseline(),
        noise.quieted(window),
        window,
        unsettled,
        state.health().with("", runs(state, sample)));
  }

  private boolean stands(Health health, long nanos) {
    MotionSample motion = health.motion();
    return motion == null
        || nanos - motion.timestampNanos() > MOTION_NANOS
        || (motion.accelerationMps2() <= config.still().accelerationMps2()
            && motion.tiltDegrees() <= config.still().tiltDegrees());
  }

  private static ScaleState away(ScaleState state, long nanos) {
    return new ScaleState(
        state.baseline(),
        state.noise(),
        state.window().subList(state.window().size() - 1, state.window().size()),
        state.unsettled() == null && state.baseline() != null
            ? Long.valueOf(nanos)
            : state.unsettled(),
        state.health());
  }

  private ScaleState first(ScaleState state) {
    Rest rest = rest(state);
    return rest == null ? state : at(state, rest.baseline());
  }

  private static ScaleState at(ScaleState state, Baseline baseline) {
    Health health = state.health();
    if (state.unsettled() != null) {
      long now = state.window().getLast().timestampNanos();
      health = new Health(health.motion(), health.fault(), now, health.runs(), health.tilts());
    }
    return new ScaleState(baseline, state.noise(), state.window(), null, health);
  }

  private ScaleState follow(ScaleState state, Baseline baseline, LoadSample sample) {
    Cells now = level(state, sample);
    if (otherTilt(tiltRadians(state), baseline) || departed(state, baseline, now)) {
      return new ScaleState(
          baseline, state.noise(), state.window(), departure(state, baseline), state.health());
    }
    int samples = Math.min(baseline.samples() + 1, config.baseline());
    Cells mean = baseline.cells().plus(now.minus(baseline.cells()).times(1.0 / samples));
    return at(state, new Baseline(mean, samples, baseline.tiltRadians()));
  }

  private static boolean otherTilt(double radians, Baseline baseline) {
    return Math.abs(radians - baseline.tiltRadians()) > SAME_TILT_RADIANS;
  }

  private boolean departed(ScaleState state, Baseline baseline, Cells now) {
    double noise = state.noise().standardDeviationGrams();
    if (Math.abs(now.minus(baseline.cells()).totalGrams()) > config.departGrams() + 6 * noise) {
      return true;
    }
    return drawn(state, baseline, 6, noise) || drawn(state, baseline, state.window().size(), noise);
  }

  /** The mean of the latest samples is away from the level, in all or at one corner. */
  private boolean drawn(ScaleState state, Baseline baseline, int latest, double noise) {
    List<LoadSample> window = state.window();
    if (window.size() < latest || latest < 3) {
      return false;
    }
    Cells mean = mean(state, window.subList(window.size() - latest, window.size()));
    Cells change = mean.minus(baseline.cells());
    double error = noise * Math.sqrt(1.0 / latest + 1.0 / baseline.samples());
    // A short mean needs the full distance; a whole window may tell a small step from noise.
    double least = latest < 10 ? config.departGrams() : config.smallestStepGrams() * 0.6;
    return Math.abs(change.totalGrams()) > Math.max(least, 6 * error)
        || change.largestGrams() > Math.max(config.departGrams(), 6 * error);
  }

  /** When the load left: the first sample of the window that the others agree with. */
  private long departure(ScaleState state, Baseline baseline) {
    double three = 3 * state.noise().standardDeviationGrams();
    List<LoadSample> window = state.window();
    int at = window.size() - 1;
    while (at > 0
        && Math.abs(level(state, window.get(at - 1)).minus(baseline.cells()).totalGrams())
            > three) {
      at--;
    }
    return window.get(at).timestampNanos();
  }

  private Weighed settle(ScaleState state, Baseline before, long since) {
    Rest rest = rest(state);
    if (rest == null || rest.fromNanos() < since) {
      return new Weighed(state, Optional.empty());
    }
    Cells change = rest.baseline().cells().minus(before.cells());
    double deviation = deviation(state, before, rest);
    double total = change.totalGrams();
    if (Math.abs(total) < Math.max(config.smallestStepGrams(), 4 * deviation)) {
      return new Weighed(at(state, returned(before, rest, total)), Optional.empty());
    }
    long now = state.window().getLast().timestampNanos();
    MassSpread mass = new MassSpread(Mass.ofGrams(total), deviation);
    WeightStep step =
        new WeightStep(since, now, mass, change.acrossFraction(), change.alongFraction());
    return new Weighed(at(state, rest.baseline()), Optional.of(step));
  }

  /**
   * Nothing came or went: the corners may have moved, but the sum stays as well known as before. On
   * another slope it is what is weighed there, so that the slope's error leaves with the slope.
   */
  private static Baseline returned(Baseline before, Rest rest, double totalGrams) {
    if (otherTilt(rest.baseline().tiltRadians(), before)) {
      return rest.baseline();
    }
    double share = (double) before.samples() / (before.samples() + rest.baseline().samples());
    double back = totalGrams * share / 4;
    Cells cells = rest.baseline().cells().minus(new Cells(back, back, back, back));
    return new Baseline(cells, rest.baseline().samples(), before.tiltRadians());
  }

  private double deviation(ScaleState state, Baseline before, Rest rest) {
    double variance = state.noise().varianceGrams2();
    double tilted = tiltGrams(before, rest.baseline());
    double rolled = rollingGrams(state, rest);
    return Math.sqrt(
        variance / rest.baseline().samples()
            + variance / before.samples()
            + tilted * tilted
            + rolled * rolled
            + 0.15 * 0.15);
  }

  /**
   * What hangs on the tilt's cosine is as wrong as the tilt. At the same slope both levels are
   * wrong alike, and only what came or went since is off.
   */
  private double tiltGrams(Baseline before, Baseline now) {
    double error = StrictMath.toRadians(platform.tiltErrorDegrees());
    double slopes =
        Math.abs(StrictMath.sin(now.tiltRadians()) - StrictMath.sin(before.tiltRadians()));
    double carried = now.cells().totalGrams() + platform.massGrams();
    double changed = now.cells().minus(before.cells()).totalGrams();
    return error * (carried * slopes + Math.abs(changed) * StrictMath.sin(now.tiltRadians()))
        + error * error / 2 * (slopes > 0 ? carried : 0);
  }

  /**
   * While the cart rolls, what lies in it presses more and less: shaken by a m/s² it is off by a/g
   * of its mass, of which the mean over some swings keeps about an eighth.
   */
  private double rollingGrams(ScaleState state, Rest rest) {
    MotionSample motion = state.health().motion();
    if (motion == null || motion.accelerationMps2() < 0.1) {
      return 0;
    }
    double carried = rest.baseline().cells().totalGrams() + platform.massGrams();
    return carried * motion.accelerationMps2() / 9.81 / 8 / Math.sqrt(rest.baseline().samples());
  }

  /** A window in which the load stood still. */
  private record Rest(long fromNanos, Baseline baseline) {}

  private @Nullable Rest rest(ScaleState state) {
    List<LoadSample> window = state.window();
    int n = window.size();
    long span = window.getLast().timestampNanos() - window.getFirst().timestampNanos();
    if (n < 5 || span < config.settleNanos() * 9 / 10) {
      return null;
    }
    Cells mean = mean(state, window);
    double noise = state.noise().standardDeviationGrams();
    double slope =
        mean(state, window.subList(n / 2, n))
            .minus(mean(state, window.subList(0, n / 2)))
            .totalGrams();
    double slopeLimit = Math.max(config.still().slopeGrams(), 4 * noise * Math.sqrt(4.0 / n));
    double spread = spread(state, window, mean);
    boolean still = Math.abs(slope) <= slopeLimit && spread <= Math.max(0.5, 1.7 * noise);
    return still
        ? new Rest(window.getFirst().timestampNanos(), new Baseline(mean, n, tiltRadians(state)))
        : null;
  }

  private double spread(ScaleState state, List<LoadSample> window, Cells mean) {
    double sum = 0;
    for (LoadSample sample : window) {
      double off = level(state, sample).minus(mean).totalGrams();
      sum += off * off;
    }
    return Math.sqrt(sum / (window.size() - 1));
  }

  private Cells mean(ScaleState state, List<LoadSample> samples) {
    Cells sum = Cells.ZERO;
    for (LoadSample sample : samples) {
      sum = sum.plus(level(state, sample));
    }
    return sum.times(1.0 / samples.size());
  }

  /**
   * The cells feel what is normal to the floor. On a ramp the load is heavier than that, and so is
   * the basket itself, which was there when they were zeroed.
   */
  private Cells level(ScaleState state, LoadSample sample) {
    Cells cells = Cells.of(sample);
    double tilt = tiltRadians(state);
    if (tilt == 0) {
      return cells;
    }
    double share = platform.massGrams() / 4;
    Cells basket = new Cells(share, share, share, share);
    return cells.plus(basket).times(1 / StrictMath.cos(tilt)).minus(basket);
  }

  private static double tiltRadians(ScaleState state) {
    MotionSample motion = state.health().motion();
    return motion == null ? 0 : StrictMath.toRadians(Math.min(motion.tiltDegrees(), 45));
  }
}
