package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import pannier.hal.CountReading;
import pannier.hal.LoadConverters;

/** What all converters of load cells must do. */
public abstract class LoadConvertersContract
    extends ReportingContract<LoadConverters, CountReading> {
  @Override
  protected List<CountReading> drain(LoadConverters device) {
    return device.drain();
  }

  @Override
  protected long timestampNanos(CountReading reading) {
    return reading.timestampNanos();
  }

  @Override
  protected void requirePossible(CountReading reading) {
    double[] counts = {
      reading.frontLeftCounts(),
      reading.frontRightCounts(),
      reading.rearLeftCounts(),
      reading.rearRightCounts()
    };
    assertTrue(
        DoubleStream.of(counts).anyMatch(Double::isFinite), () -> "none answered: " + reading);
    assertFalse(DoubleStream.of(counts).anyMatch(Double::isInfinite), () -> "" + reading);
  }
}
