package pannier.domain.calibration;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.calibration.Calibration.CreepTerm;
import pannier.domain.evidence.LoadSample;

/**
 * Takes off what loaded cells go on giving, as a sum of exponentials of the load's history: each
 * term of each cell relaxes towards its fraction of the load. An immutable value.
 *
 * @param relaxed grams that each cell shows by each term already, cell by cell
 * @param nanos of the last sample; {@link Long#MIN_VALUE} before the first
 */
public record Creep(List<CreepTerm> terms, List<Double> relaxed, long nanos) {
  public Creep {
    terms = List.copyOf(terms);
    relaxed = List.copyOf(relaxed);
  }

  /** Of cells that have long been empty. */
  public static Creep atRest(List<CreepTerm> terms) {
    List<Double> none = new ArrayList<>();
    for (int i = 0; i < Counts.CORNERS * terms.size(); i++) {
      none.add(0.0);
    }
    return new Creep(terms, none, Long.MIN_VALUE);
  }

  /** The sample without creep, and what to go on with. A cell that gave nothing keeps its past. */
  public Corrected next(LoadSample sample) {
    if (terms.isEmpty()) {
      return new Corrected(this, sample);
    }
    double seconds = nanos == Long.MIN_VALUE ? 0 : (sample.timestampNanos() - nanos) * 1e-9;
    double[] shown = {
      sample.frontLeftGrams(),
      sample.frontRightGrams(),
      sample.rearLeftGrams(),
      sample.rearRightGrams()
    };
    List<Double> next = new ArrayList<>();
    for (int cell = 0; cell < Counts.CORNERS; cell++) {
      shown[cell] = load(cell, shown[cell], seconds, next);
    }
    LoadSample corrected =
        new LoadSample(sample.timestampNanos(), shown[0], shown[1], shown[2], shown[3]);
    return new Corrected(new Creep(terms, next, sample.timestampNanos()), corrected);
  }

  private double load(int cell, double shown, double seconds, List<Double> next) {
    int from = cell * terms.size();
    double load = shown;
    for (int i = 0; i < terms.size(); i++) {
      load -= relaxed.get(from + i);
    }
    for (int i = 0; i < terms.size(); i++) {
      CreepTerm term = terms.get(i);
      double past = relaxed.get(from + i);
      double share = 1 - StrictMath.exp(-seconds / term.seconds());
      next.add(Double.isNaN(load) ? past : past + share * (term.fraction() * load - past));
    }
    return load;
  }

  /** A sample without creep. */
  public record Corrected(Creep creep, LoadSample sample) {}
}
