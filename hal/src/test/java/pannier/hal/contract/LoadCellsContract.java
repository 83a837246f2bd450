package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.DoubleStream;
import pannier.hal.LoadCells;
import pannier.hal.LoadReading;

/** What all load cells must do. */
public abstract class LoadCellsContract extends ReportingContract<LoadCells, LoadReading> {
  @Override
  protected List<LoadReading> drain(LoadCells device) {
    return device.drain();
  }

  @Override
  protected long timestampNanos(LoadReading reading) {
    return reading.timestampNanos();
  }

  @Override
  protected void requirePossible(LoadReading reading) {
    DoubleStream.of(
            reading.frontLeftGrams(),
            reading.frontRightGrams(),
            reading.rearLeftGrams(),
            reading.rearRightGrams())
        .forEach(grams -> assertFalse(Double.isInfinite(grams), () -> String.valueOf(reading)));
  }
}
