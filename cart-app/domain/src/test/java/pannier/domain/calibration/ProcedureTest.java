package pannier.domain.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pannier.domain.evidence.LoadSample;

class ProcedureTest {
  private static final double MASS = 5000;

  private final Random random = new Random(3);
  private final double[] gains = {400, 431, 377, 415};
  private final double[] zeros = {-12_000, 40_000, 0, 900_000};
  private double zeroDrift;

  @Test
  void theSpansOfFourDifferentCellsAreFound() {
    Procedure.Done done = assertInstanceOf(Procedure.Done.class, course(MASS));
    for (int i = 0; i < 4; i++) {
      CellCalibration cell = done.calibration().cells().get(i);
      assertEquals(1 / gains[i], cell.gramsPerCount(), 1e-4 / gains[i]);
      assertEquals(zeros[i], cell.zeroCounts(), 30);
    }
    assertTrue(done.report().cornerErrorGrams() < 0.3, done::toString);
  }

  @Test
  void whateverLiesAnywhereIsWeighedByThem() {
    Procedure.Done done = assertInstanceOf(Procedure.Done.class, course(MASS));
    for (int i = 0; i < 20; i++) {
      double grams = 20_000 * random.nextDouble();
      Counts counts = counts(grams, random.nextDouble(), random.nextDouble());
      LoadSample sample = done.calibration().grams(0, counts, Double.NaN);
      assertEquals(grams, sample.totalGrams(), 2.5);
    }
  }

  @Test
  void aMassAtTheWrongCornerIsAskedForAgain() {
    Procedure procedure = Procedure.start(MASS, Double.NaN);
    procedure = going(procedure, plateau(0, 0.5, 0.5));
    procedure = going(procedure, plateau(MASS, 0.5, 0.5));
    Procedure.Outcome wrong = procedure.weigh(plateau(MASS, 0.8, 0.2));
    assertInstanceOf(Procedure.Again.class, wrong);
    assertEquals(Procedure.Step.FRONT_LEFT, procedure.next().orElseThrow());
  }

  @Test
  void anEmptyMiddleIsAskedForAgain() {
    Procedure procedure = going(Procedure.start(MASS, Double.NaN), plateau(0, 0.5, 0.5));
    assertInstanceOf(Procedure.Again.class, procedure.weigh(plateau(0, 0.5, 0.5)));
  }

  @Test
  void aCellThatHangsLooseIsRefused() {
    gains[2] = 40;
    Procedure.Outcome outcome = course(MASS);
    assertTrue(
        outcome instanceof Procedure.Again || outcome instanceof Procedure.Refused,
        outcome::toString);
  }

  @Test
  void aZeroThatRunsAwayMeanwhileIsRefused() {
    zeroDrift = 800;
    Procedure.Refused refused = assertInstanceOf(Procedure.Refused.class, course(MASS));
    assertTrue(refused.reason().contains("g"), refused::reason);
  }

  @Test
  void aMassThatIsTooSmallCannotBegin() {
    assertThrows(IllegalArgumentException.class, () -> Procedure.start(200, Double.NaN));
  }

  @Test
  void temperatureIsTakenOffAsItsHistorySays() {
    Calibration cold = calibrationAt(5);
    Calibration warm = calibrationAt(25);
    ZeroHistory history =
        new ZeroHistory(
            List.of(new ZeroHistory.Zero(5, zeroAt(5)), new ZeroHistory.Zero(25, zeroAt(25))));
    Calibration compensated = history.compensate(warm);
    LoadSample without = warm.grams(0, zeroAt(15), 15);
    LoadSample with = compensated.grams(0, zeroAt(15), 15);
    assertEquals(-2.8, without.totalGrams(), 0.1);
    assertEquals(0, with.totalGrams(), 0.01);
    assertEquals(-2.8, compensated.grams(0, zeroAt(15), Double.NaN).totalGrams(), 0.1);
    assertEquals(cold, new ZeroHistory(List.of()).compensate(cold));
  }

  @Test
  void spanFollowsTheTemperatureToo() {
    CellCalibration cell = new CellCalibration(0, 0.0025, 0, 20e-6);
    assertEquals(1000, cell.grams(400_000 * (1 + 20e-6 * 10), 10), 1e-6);
    assertThrows(IllegalArgumentException.class, () -> new CellCalibration(0, 0, 0, 0));
  }

  /** Each cell's zero rises by 0.07 g, 28 counts, with each degree. */
  private static Counts zeroAt(double celsius) {
    double counts = 28 * celsius;
    return new Counts(counts, counts, counts, counts);
  }

  private static Calibration calibrationAt(double celsius) {
    List<CellCalibration> cells = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      cells.add(new CellCalibration(28 * celsius, 0.0025, 0, 0));
    }
    return new Calibration(cells, celsius, List.of());
  }

  private Procedure.Outcome course(double grams) {
    double[][] places = {
      {0, 0.5, 0.5}, {grams, 0.5, 0.5}, {grams, 0.2, 0.2}, {grams, 0.8, 0.25},
      {grams, 0.25, 0.8}, {grams, 0.8, 0.8}, {grams, 0.45, 0.5}, {0, 0.5, 0.5}
    };
    Procedure procedure = Procedure.start(grams, Double.NaN);
    for (double[] place : places) {
      Procedure.Outcome outcome = procedure.weigh(plateau(place[0], place[1], place[2]));
      if (!(outcome instanceof Procedure.Going(Procedure next))) {
        return outcome;
      }
      procedure = next;
    }
    throw new AssertionError("eight plateaus end the course");
  }

  private static Procedure going(Procedure procedure, Plateau plateau) {
    return assertInstanceOf(Procedure.Going.class, procedure.weigh(plateau)).procedure();
  }

  private Plateau plateau(double grams, double across, double along) {
    List<Counts> samples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      samples.add(counts(grams, across, along));
    }
    zeros[1] += zeroDrift;
    return Plateau.of(samples);
  }

  private Counts counts(double grams, double across, double along) {
    return new Counts(
        count(0, grams * (1 - across) * (1 - along)),
        count(1, grams * across * (1 - along)),
        count(2, grams * (1 - across) * along),
        count(3, grams * across * along));
  }

  private double count(int cell, double grams) {
    return Math.rint(zeros[cell] + gains[cell] * (grams + 0.2 * random.nextGaussian()));
  }
}
