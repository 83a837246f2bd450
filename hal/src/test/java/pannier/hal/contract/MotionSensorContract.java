package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import pannier.hal.MotionReading;
import pannier.hal.MotionSensor;

/** What all motion sensors must do. */
public abstract class MotionSensorContract extends ReportingContract<MotionSensor, MotionReading> {
  @Override
  protected List<MotionReading> drain(MotionSensor device) {
    return device.drain();
  }

  @Override
  protected long timestampNanos(MotionReading reading) {
    return reading.timestampNanos();
  }

  @Override
  protected void requirePossible(MotionReading reading) {
    boolean tilt = 0 <= reading.tiltDegrees() && reading.tiltDegrees() <= 90;
    boolean acceleration =
        0 <= reading.accelerationMps2() && Double.isFinite(reading.accelerationMps2());
    assertTrue(tilt && acceleration, () -> String.valueOf(reading));
  }
}
