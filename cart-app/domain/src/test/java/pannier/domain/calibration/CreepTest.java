package pannier.domain.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.calibration.Calibration.CreepTerm;
import pannier.domain.evidence.LoadSample;

class CreepTest {
  private static final List<CreepTerm> TERMS =
      List.of(new CreepTerm(0.0002, 480), new CreepTerm(0.0001, 40));
  private static final long SECOND = 1_000_000_000L;

  @Test
  void whatLoadedCellsGoOnGivingIsTakenOff() {
    Creep creep = Creep.atRest(TERMS);
    for (int second = 0; second <= 3600; second++) {
      double grams = second < 10 ? 0 : 40_000;
      Creep.Corrected corrected = creep.next(sample(second, grams + crept(second - 10, grams)));
      creep = corrected.creep();
      assertEquals(grams, corrected.sample().totalGrams(), 0.5, "after " + second + " s");
    }
  }

  @Test
  void whatIsTakenOutLeavesItsCreepBehindForAWhile() {
    Creep creep = Creep.atRest(TERMS);
    double relaxed = 0;
    for (int second = 0; second < 1800; second++) {
      creep = creep.next(sample(second, 40_000 + crept(second, 40_000))).creep();
      relaxed = crept(second, 40_000);
    }
    assertEquals(0, creep.next(sample(1800, relaxed)).sample().totalGrams(), 0.5);
  }

  @Test
  void aCellThatGivesNothingKeepsItsPast() {
    Creep creep = Creep.atRest(TERMS);
    creep = creep.next(sample(0, 4000)).creep();
    creep = creep.next(sample(60, 4000)).creep();
    Creep past = creep;
    creep = creep.next(new LoadSample(61 * SECOND, Double.NaN, 1000, 1000, 1000)).creep();
    assertEquals(past.relaxed().getFirst(), creep.relaxed().getFirst());
  }

  private static double crept(double seconds, double grams) {
    double sum = 0;
    for (CreepTerm term : TERMS) {
      sum += term.fraction() * grams * (1 - Math.exp(-Math.max(0, seconds) / term.seconds()));
    }
    return sum;
  }

  private static LoadSample sample(long second, double grams) {
    double each = grams / 4;
    return new LoadSample(second * SECOND, each, each, each, each);
  }
}
