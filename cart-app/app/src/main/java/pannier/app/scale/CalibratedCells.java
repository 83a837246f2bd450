package pannier.app.scale;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.calibration.Calibration;
import pannier.domain.calibration.Counts;
import pannier.domain.calibration.Creep;
import pannier.domain.evidence.LoadSample;
import pannier.hal.Connection;
import pannier.hal.CountReading;
import pannier.hal.LoadCells;
import pannier.hal.LoadConverters;
import pannier.hal.LoadReading;
import pannier.hal.TemperatureReading;
import pannier.hal.Thermometer;

/** Converters whose counts become grams: zero, span, temperature and creep. */
public final class CalibratedCells implements LoadCells {
  private final LoadConverters converters;
  private final Thermometer thermometer;
  private final Calibration calibration;
  private Creep creep;
  private double celsius = Double.NaN;

  /** Takes both devices over and closes them. */
  public CalibratedCells(
      LoadConverters converters, Thermometer thermometer, Calibration calibration) {
    this.converters = converters;
    this.thermometer = thermometer;
    this.calibration = calibration;
    this.creep = Creep.atRest(calibration.creep());
  }

  @Override
  public List<LoadReading> drain() {
    for (TemperatureReading reading : thermometer.drain()) {
      celsius = smoothed(reading.celsius());
    }
    List<LoadReading> readings = new ArrayList<>();
    for (CountReading reading : converters.drain()) {
      LoadSample shown = calibration.grams(reading.timestampNanos(), counts(reading), celsius);
      Creep.Corrected corrected = creep.next(shown);
      creep = corrected.creep();
      readings.add(reading(corrected.sample()));
    }
    return readings;
  }

  /** Metal follows the air within minutes; a thermometer's steps of a sixteenth are no steps. */
  private double smoothed(double reading) {
    return Double.isNaN(celsius) ? reading : celsius + 0.1 * (reading - celsius);
  }

  /** The four as the domain has them. */
  public static Counts counts(CountReading reading) {
    return new Counts(
        reading.frontLeftCounts(),
        reading.frontRightCounts(),
        reading.rearLeftCounts(),
        reading.rearRightCounts());
  }

  private static LoadReading reading(LoadSample sample) {
    return new LoadReading(
        sample.timestampNanos(),
        sample.frontLeftGrams(),
        sample.frontRightGrams(),
        sample.rearLeftGrams(),
        sample.rearRightGrams());
  }

  @Override
  public Connection connection() {
    return converters.connection();
  }

  @Override
  public void close() {
    converters.close();
    thermometer.close();
  }
}
