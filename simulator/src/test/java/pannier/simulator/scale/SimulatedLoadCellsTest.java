package pannier.simulator.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pannier.hal.LoadReading;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.Span;

class SimulatedLoadCellsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Load.Ringing SPRING = new Load.Ringing(0.2, 7, 0.1);

  @Test
  void anItemIsSharedByTheCellsByTheLawOfTheLever() {
    SimulatedLoadCells cells = cells(1);
    cells.add(new Load.Step(new Spot(0.25, 0.5), 1000, 0, 0, SPRING));
    cells.advanceTo(4 * SECOND);
    List<LoadReading> settled = cells.drain().subList(160, 320);
    assertEquals(375, mean(settled, 0), 0.2);
    assertEquals(125, mean(settled, 1), 0.2);
    assertEquals(375, mean(settled, 2), 0.2);
    assertEquals(125, mean(settled, 3), 0.2);
  }

  @Test
  void anEmptyBasketShowsTheConvertersNoise() {
    SimulatedLoadCells cells = cells(2);
    cells.advanceTo(60 * SECOND);
    List<LoadReading> readings = cells.drain();
    assertEquals(60 * 80 + 1, readings.size());
    double sum = 0;
    for (LoadReading reading : readings) {
      sum += reading.frontLeftGrams() * reading.frontLeftGrams();
    }
    // 0.10 g of the converter and 0.10 g of the floor, added as squares.
    assertEquals(0.1414, Math.sqrt(sum / readings.size()), 0.01);
  }

  @Test
  void anItemThatLandsRingsAndIsQuietWithinSixTenthsOfASecond() {
    SimulatedLoadCells cells = cells(3);
    cells.add(new Load.Step(Spot.CENTRE, 1000, SECOND, SECOND, SPRING));
    cells.advanceTo(3 * SECOND);
    double highest = 0;
    double farthestAfterwards = 0;
    for (LoadReading reading : cells.drain()) {
      double total = total(reading);
      highest = Math.max(highest, total);
      if (reading.timestampNanos() > 1.6 * SECOND) {
        farthestAfterwards = Math.max(farthestAfterwards, Math.abs(total - 1000));
      }
    }
    assertTrue(highest > 1080, "overshoot to " + highest);
    assertTrue(farthestAfterwards < 2.5, "still off by " + farthestAfterwards);
  }

  @Test
  void aHandsPressIsGoneAfterwards() {
    Load.Press press = new Load.Press(Spot.CENTRE, 200, SECOND, 2 * SECOND);
    assertEquals(0, press.gramsAt(SECOND));
    assertEquals(200, press.gramsAt(SECOND * 3 / 2), 1e-9);
    assertEquals(0, press.gramsAt(2 * SECOND));
  }

  @Test
  void creepIsWithinTheStandardsLimitAfterHalfAnHour() {
    Load.Step load = new Load.Step(Spot.CENTRE, 10_000, 0, 0, SPRING);
    double allowed = 0.7 * 0.7 * 1.5 / 3000 * 10_000;
    double creep = load.gramsAt(1800 * SECOND) - 10_000;
    assertTrue(creep > 0.5 * allowed && creep <= allowed, "crept by " + creep);
    double lastTenMinutes = load.gramsAt(1800 * SECOND) - load.gramsAt(1200 * SECOND);
    assertTrue(lastTenMinutes <= 0.15 / 0.7 * allowed, "crept by " + lastTenMinutes);
  }

  @Test
  void aFrozenCellRepeatsItsLastReadingAndTheOthersGoOn() {
    SimulatedLoadCells cells = cells(5);
    Span span = new Span(2 * SECOND, 3 * SECOND);
    cells.add(new Fault.Scale(span, OptionalInt.of(1), Fault.Readings.FROZEN));
    cells.advanceTo(4 * SECOND);
    List<LoadReading> readings = cells.drain();
    assertEquals(1, during(span, readings).map(LoadReading::frontRightGrams).distinct().count());
    assertTrue(during(span, readings).map(LoadReading::rearLeftGrams).distinct().count() > 20);
    assertEquals(
        List.of(), readings.stream().filter(reading -> Double.isNaN(total(reading))).toList());
  }

  @Test
  void anUnpluggedScaleIsSilentAndComesBack() {
    SimulatedLoadCells cells = cells(6);
    Span span = new Span(2 * SECOND, 3 * SECOND);
    cells.add(new Fault.Scale(span, OptionalInt.empty(), Fault.Readings.UNPLUGGED));
    cells.advanceTo(4 * SECOND);
    List<LoadReading> readings = cells.drain();
    assertEquals(0, during(span, readings).count());
    assertEquals(4 * 80 + 1 - 80, readings.size());
  }

  private static Stream<LoadReading> during(Span span, List<LoadReading> readings) {
    return readings.stream().filter(reading -> span.holdsAt(reading.timestampNanos()));
  }

  @Test
  void equalSeedsGiveEqualReadingsInStepsOfAnyLength() {
    SimulatedLoadCells fine = cells(4);
    SimulatedLoadCells coarse = cells(4);
    for (long nanos = 0; nanos <= SECOND; nanos += 7_000_000) {
      fine.advanceTo(nanos);
    }
    fine.advanceTo(SECOND);
    coarse.advanceTo(SECOND);
    assertEquals(coarse.drain(), fine.drain());
  }

  private static SimulatedLoadCells cells(long seed) {
    return new SimulatedLoadCells(Converter.HX711_10_KG, new SplittableRandom(seed));
  }

  private static double total(LoadReading reading) {
    return reading.frontLeftGrams()
        + reading.frontRightGrams()
        + reading.rearLeftGrams()
        + reading.rearRightGrams();
  }

  private static double mean(List<LoadReading> readings, int cell) {
    return readings.stream()
        .mapToDouble(
            reading ->
                switch (cell) {
                  case 0 -> reading.frontLeftGrams();
                  case 1 -> reading.frontRightGrams();
                  case 2 -> reading.rearLeftGrams();
                  default -> reading.rearRightGrams();
                })
        .average()
        .orElseThrow();
  }
}
