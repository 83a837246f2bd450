package pannier.simulator.machine;

import java.util.List;
import pannier.app.loop.CartSensors;
import pannier.app.loop.VisionSource;
import pannier.domain.evidence.VisionReport;
import pannier.hal.Connection;
import pannier.hal.LoadCells;
import pannier.hal.LoadReading;
import pannier.hal.MotionReading;
import pannier.hal.MotionSensor;

/**
 * A cart's devices, which outlive its program. A program that was started anew sees them on its own
 * clock, and nothing of what they gave while it was off.
 *
 * @param vision one a camera
 */
public record CartDevices(LoadCells loadCells, MotionSensor motion, List<VisionSource> vision) {
  public CartDevices {
    vision = List.copyOf(vision);
  }

  /** As a program sees them that was never off. */
  public CartSensors sensors() {
    return seenBehind(0);
  }

  /** What nobody was there to read is gone. */
  void forget(long worldNanos) {
    loadCells.drain();
    motion.drain();
    vision.forEach(source -> source.drain(worldNanos));
  }

  /**
   * As a program sees them whose clock is {@code behindNanos} behind the world's.
   *
   * <p>Closing them leaves the devices as they are.
   */
  CartSensors seenBehind(long behindNanos) {
    return new CartSensors(
        vision.stream().map(source -> behind(source, behindNanos)).toList(),
        cellsBehind(behindNanos),
        motionBehind(behindNanos));
  }

  private static VisionSource behind(VisionSource source, long behindNanos) {
    return new VisionSource() {
      @Override
      public List<VisionReport> drain(long nanos) {
        return source.drain(nanos + behindNanos).stream()
            .map(report -> Shift.back(report, behindNanos))
            .toList();
      }

      @Override
      public void close() {}
    };
  }

  private LoadCells cellsBehind(long behindNanos) {
    return new LoadCells() {
      @Override
      public List<LoadReading> drain() {
        return loadCells.drain().stream()
            .map(
                reading ->
                    new LoadReading(
                        reading.timestampNanos() - behindNanos,
                        reading.frontLeftGrams(),
                        reading.frontRightGrams(),
                        reading.rearLeftGrams(),
                        reading.rearRightGrams()))
            .toList();
      }

      @Override
      public Connection connection() {
        return loadCells.connection();
      }

      @Override
      public void close() {}
    };
  }

  private MotionSensor motionBehind(long behindNanos) {
    return new MotionSensor() {
      @Override
      public List<MotionReading> drain() {
        return motion.drain().stream()
            .map(
                reading ->
                    new MotionReading(
                        reading.timestampNanos() - behindNanos,
                        reading.tiltDegrees(),
                        reading.accelerationMps2()))
            .toList();
      }

      @Override
      public Connection connection() {
        return motion.connection();
      }

      @Override
      public void close() {}
    };
  }
}
