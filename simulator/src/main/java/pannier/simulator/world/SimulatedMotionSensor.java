package pannier.simulator.world;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.hal.Connection;
import pannier.hal.MotionReading;
import pannier.hal.MotionSensor;
import pannier.simulator.device.WaitingReadings;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.FaultPlan;
import pannier.simulator.ride.Journey;

/** The accelerometer of a cart on its journey. */
public final class SimulatedMotionSensor implements MotionSensor {
  /** 50 readings a second are enough for wheels and kerbs. */
  private static final long PERIOD_NANOS = 20_000_000;

  /** A MEMS sensor's 100 to 300 µg/√Hz over 25 Hz is 0.005 to 0.015 m/s². */
  private static final double NOISE_MPS2 = 0.012;

  /** With a bad solder joint: more than any floor shakes a cart. */
  private static final double BAD_MPS2 = 4;

  private static final double FLOOR_TILT_DEGREES = 0.3;

  private final Journey journey;
  private final RandomGenerator random;
  private final WaitingReadings<MotionReading> waiting = new WaitingReadings<>();
  private final FaultPlan<Fault.Motion> faults = new FaultPlan<>();
  private MotionReading last = new MotionReading(0, 0, 0);
  private long nextNanos;

  public SimulatedMotionSensor(Journey journey, RandomGenerator random) {
    this.journey = journey;
    this.random = random;
  }

  /** Measures up to an instant, inclusive. */
  public void advanceTo(long nanos) {
    while (!waiting.closed() && nextNanos <= nanos) {
      Optional<Fault.Readings> wrong = faults.at(nextNanos).map(Fault.Motion::readings);
      double noise = wrong.equals(Optional.of(Fault.Readings.NOISY)) ? BAD_MPS2 : NOISE_MPS2;
      double floor = FLOOR_TILT_DEGREES + journey.tiltDegrees(nextNanos);
      double tilt = floor + Math.toDegrees(noise / 9.81) * random.nextGaussian();
      double shake = Math.hypot(random.nextGaussian(), random.nextGaussian()) * noise;
      double felt = Math.hypot(shake, journey.verticalMps2(nextNanos));
      add(wrong, new MotionReading(nextNanos, Math.abs(tilt), felt));
      nextNanos += PERIOD_NANOS;
    }
  }

  private void add(Optional<Fault.Readings> wrong, MotionReading reading) {
    if (wrong.isEmpty() || wrong.get() == Fault.Readings.NOISY) {
      last = reading;
      waiting.add(reading);
    } else if (wrong.get() == Fault.Readings.FROZEN) {
      waiting.add(
          new MotionReading(reading.timestampNanos(), last.tiltDegrees(), last.accelerationMps2()));
    }
  }

  /** Something is wrong with it, now or in the future. */
  public void add(Fault.Motion fault) {
    faults.add(fault);
  }

  /** It is mended. */
  public void remove(Fault.Motion fault) {
    faults.remove(fault);
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
