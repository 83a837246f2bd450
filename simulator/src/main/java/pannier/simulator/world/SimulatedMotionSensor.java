package pannier.simulator.world;

import java.util.List;
import java.util.random.RandomGenerator;
import pannier.hal.Connection;
import pannier.hal.MotionReading;
import pannier.hal.MotionSensor;
import pannier.simulator.device.WaitingReadings;
import pannier.simulator.ride.Journey;

/** The accelerometer of a cart on its journey. */
public final class SimulatedMotionSensor implements MotionSensor {
  /** 50 readings a second are enough for wheels and kerbs. */
  private static final long PERIOD_NANOS = 20_000_000;

  /** A MEMS sensor's 100 to 300 µg/√Hz over 25 Hz is 0.005 to 0.015 m/s². */
  private static final double NOISE_MPS2 = 0.012;

  private static final double FLOOR_TILT_DEGREES = 0.3;

  private final Journey journey;
  private final RandomGenerator random;
  private final WaitingReadings<MotionReading> waiting = new WaitingReadings<>();
  private long nextNanos;

  public SimulatedMotionSensor(Journey journey, RandomGenerator random) {
    this.journey = journey;
    this.random = random;
  }

  /** Measures up to an instant, inclusive. */
  public void advanceTo(long nanos) {
    while (!waiting.closed() && nextNanos <= nanos) {
      double floor = FLOOR_TILT_DEGREES + journey.tiltDegrees(nextNanos);
      double tilt = floor + Math.toDegrees(NOISE_MPS2 / 9.81) * random.nextGaussian();
      double shake = Math.hypot(random.nextGaussian(), random.nextGaussian()) * NOISE_MPS2;
      double felt = Math.hypot(shake, journey.verticalMps2(nextNanos));
      waiting.add(new MotionReading(nextNanos, Math.abs(tilt), felt));
      nextNanos += PERIOD_NANOS;
    }
  }

  @Override
  public List<MotionReading> drain() {
    return waiting.drain();
  }

  @Override
  public Connection connection() {
    return waiting.connection();
  }

  @Override
  public void close() {
    waiting.close();
  }
}
