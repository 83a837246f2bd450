package pannier.domain.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The guided calibration as a value: what to do next, and what was weighed so far. It goes zero,
 * the mass in the middle, at each corner, in the middle again, empty again; the last two repeat
 * what is known by then, and refuse a calibration that does not repeat.
 *
 * @param massGrams the known mass, of class M1 or better (OIML R 111)
 * @param celsius of the cells; NaN without a thermometer
 * @param weighed plateaus of the steps done
 */
public record Procedure(double massGrams, double celsius, List<Plateau> weighed) {
  /**
   * Ten times the smallest mass that is to be priced, and what a cell of 10 kg bears at a corner.
   */
  public static final double LEAST_MASS_GRAMS = 1000;

  public static final double MOST_MASS_GRAMS = 10_000;

  /**
   * Half of e = 5 g: OIML R 76-1, 3.5.1, table 6, the error allowed up to 500 e at verification.
   */
  public static final double ALLOWED_GRAMS = 2.5;

  /** The share of a mass that the corner below it must carry at least. */
  private static final double LEAST_SHARE = 0.35;

  /** More noise than this at rest is a loose wire or a hand. */
  private static final double MOST_NOISE_GRAMS = 2;

  /** What is to be done, in order. */
  public enum Step {
    EMPTY("Empty the basket."),
    MIDDLE("Put the mass into the middle."),
    FRONT_LEFT("Put it over the front left cell."),
    FRONT_RIGHT("Put it over the front right cell."),
    REAR_LEFT("Put it over the rear left cell."),
    REAR_RIGHT("Put it over the rear right cell."),
    MIDDLE_AGAIN("Put it into the middle again."),
    EMPTY_AGAIN("Take it out.");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public Procedure {
    weighed = List.copyOf(weighed);
    if (!(massGrams >= LEAST_MASS_GRAMS && massGrams <= MOST_MASS_GRAMS)
        || weighed.size() > Step.values().length) {
      throw new IllegalArgumentException(
          "a mass of %s g; %s to %s g calibrate this scale"
              .formatted(massGrams, LEAST_MASS_GRAMS, MOST_MASS_GRAMS));
    }
  }

  public static Procedure start(double massGrams, double celsius) {
    return new Procedure(massGrams, celsius, List.of());
  }

  /** What is to be done now; empty once all is weighed. */
  public Optional<Step> next() {
    return weighed.size() < Step.values().length
        ? Optional.of(Step.values()[weighed.size()])
        : Optional.empty();
  }

  /** What one plateau led to. */
  public sealed interface Outcome {}

  /** Go on with the next step. */
  public record Going(Procedure procedure) implements Outcome {}

  /** The step is to be done again: what was weighed cannot be what was asked for. */
  public record Again(String reason) implements Outcome {}

  /** The calibration, and how well it repeats. */
  public record Done(Calibration calibration, Report report) implements Outcome {}

  /** It cannot be trusted: something is wrong with cells, wiring or mass. */
  public record Refused(String reason) implements Outcome {}

  /**
   * How well it repeats.
   *
   * @param cornerErrorGrams the largest error of a placing
   * @param repeatErrorGrams of the mass in the middle, the second time
   * @param zeroErrorGrams of the empty basket, the second time
   * @param noiseGrams of one sample of one cell
   */
  public record Report(
      double cornerErrorGrams, double repeatErrorGrams, double zeroErrorGrams, double noiseGrams) {}

  /** A plateau of the step that {@link #next} asks for. */
  public Outcome weigh(Plateau plateau) {
    Step step = next().orElseThrow(() -> new IllegalStateException("all is weighed"));
    Optional<String> wrong =
        switch (step) {
          case EMPTY, EMPTY_AGAIN, MIDDLE, MIDDLE_AGAIN -> Optional.empty();
          case FRONT_LEFT -> corner(0, plateau);
          case FRONT_RIGHT -> corner(1, plateau);
          case REAR_LEFT -> corner(2, plateau);
          case REAR_RIGHT -> corner(3, plateau);
        };
    if (wrong.isEmpty()
        && step == Step.MIDDLE
        && largest(delta(plateau)) < 20 * plateau.noiseCounts()) {
      wrong = Optional.of("nothing lies in the basket, or no cell feels it");
    }
    if (wrong.isPresent()) {
      return new Again(wrong.get());
    }
    List<Plateau> more = new ArrayList<>(weighed);
    more.add(plateau);
    Procedure going = new Procedure(massGrams, celsius, more);
    return going.next().isPresent() ? new Going(going) : going.finish();
  }

  private Optional<String> corner(int corner, Plateau plateau) {
    double[] delta = delta(plateau);
    double sum = 0;
    for (double each : delta) {
      sum += Math.abs(each);
    }
    if (sum == 0 || Math.abs(delta[corner]) / sum < LEAST_SHARE) {
      return Optional.of("this corner's cell carries little of it: is it over that corner?");
    }
    return Optional.empty();
  }

  private double[] delta(Plateau plateau) {
    double[] delta = new double[Counts.CORNERS];
    for (int i = 0; i < delta.length; i++) {
      delta[i] = plateau.counts().at(i) - weighed.getFirst().counts().at(i);
    }
    return delta;
  }

  private static double largest(double[] delta) {
    double largest = 0;
    for (double each : delta) {
      largest = Math.max(largest, Math.abs(each));
    }
    return largest;
  }

  private Outcome finish() {
    List<double[]> placings = weighed.subList(1, 6).stream().map(this::delta).toList();
    Optional<double[]> fitted = Spans.fit(placings, massGrams);
    if (fitted.isEmpty()) {
      return new Refused("the placings do not tell the four cells apart");
    }
    double[] spans = fitted.get();
    double corner = 0;
    for (double[] placing : placings) {
      corner = Math.max(corner, Math.abs(Spans.grams(placing, spans) - massGrams));
    }
    double again = Spans.grams(delta(weighed.get(6)), spans) - massGrams;
    double zero = Spans.grams(delta(weighed.get(7)), spans);
    double noise = noiseGrams(spans);
    Report report = new Report(corner, Math.abs(again), Math.abs(zero), noise);
    Optional<String> wrong = wrong(spans, report);
    return wrong.isPresent() ? new Refused(wrong.get()) : new Done(calibration(spans), report);
  }

  private double noiseGrams(double[] spans) {
    double counts = weighed.stream().mapToDouble(Plateau::noiseCounts).max().orElse(0);
    return counts * largest(spans);
  }

  private static Optional<String> wrong(double[] spans, Report report) {
    double most = largest(spans);
    for (int i = 0; i < spans.length; i++) {
      if (Math.abs(spans[i]) < most / 3 || spans[i] * spans[0] < 0) {
        return Optional.of("the cells differ too much: one is wired the other way or not loaded");
      }
    }
    if (report.noiseGrams() > MOST_NOISE_GRAMS) {
      return Optional.of("a cell is noisy: %.1f g at rest".formatted(report.noiseGrams()));
    }
    if (report.cornerErrorGrams() > ALLOWED_GRAMS) {
      return Optional.of("corner error of %.1f g".formatted(report.cornerErrorGrams()));
    }
    if (report.repeatErrorGrams() > ALLOWED_GRAMS || report.zeroErrorGrams() > ALLOWED_GRAMS) {
      return Optional.of(
          "it does not repeat: %.1f g with the mass, %.1f g empty"
              .formatted(report.repeatErrorGrams(), report.zeroErrorGrams()));
    }
    return Optional.empty();
  }

  /** The zero is that of the end: the cells have been pressed by then. */
  private Calibration calibration(double[] spans) {
    List<CellCalibration> cells = new ArrayList<>();
    for (int i = 0; i < Counts.CORNERS; i++) {
      cells.add(new CellCalibration(weighed.getLast().counts().at(i), spans[i], 0, 0));
    }
    return new Calibration(cells, celsius, List.of());
  }
}
