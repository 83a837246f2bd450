package pannier.hal.i2c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pannier.hal.Connection;
import pannier.hal.MotionReading;
import pannier.hal.MotionSensor;
import pannier.hal.contract.MotionSensorContract;

class Lis3dhTest extends MotionSensorContract {
  private static final double G = 9.80665;

  private final BusWorld world = new BusWorld();
  private double[] feels = {0, 0, G};
  private final SimulatedLis3dh chip = new SimulatedLis3dh(_ -> feels.clone());

  @Override
  protected MotionSensor open() {
    return opened(new double[] {0, 0, 1});
  }

  private Lis3dh opened(double[] level) {
    world.bus().put(Lis3dh.ADDRESS, chip);
    Lis3dh sensor = new Lis3dh(world.bus(), Lis3dh.ADDRESS, level, world.bus().clock());
    world.poll(sensor);
    world.pass(Duration.ofMillis(300));
    return sensor;
  }

  @Override
  protected boolean present() {
    return true;
  }

  @Override
  protected void letPass(Duration time) {
    world.pass(time);
  }

  @Override
  protected long cartNanos() {
    return world.nanos();
  }

  @Test
  void fiftyReadingsASecondOfACartThatStands() {
    Lis3dh sensor = opened(new double[] {0, 0, 1});
    sensor.drain();
    world.pass(Duration.ofSeconds(1));
    var readings = sensor.drain();
    assertEquals(50, readings.size(), 2);
    assertEquals(0, readings.getLast().tiltDegrees(), 0.1);
    assertEquals(0, readings.getLast().accelerationMps2(), 0.02);
  }

  @Test
  void aRampOfFivePercentIsItsAngle() {
    Lis3dh sensor = opened(new double[] {0, 0, 1});
    double angle = Math.atan(0.05);
    feels = new double[] {G * Math.sin(angle), 0, G * Math.cos(angle)};
    world.pass(Duration.ofSeconds(4));
    MotionReading last = sensor.drain().getLast();
    assertEquals(2.86, last.tiltDegrees(), 0.1);
    assertEquals(0, last.accelerationMps2(), 0.02);
  }

  @Test
  void howItIsMountedDoesNotMatter() {
    feels = new double[] {-G, 0, 0};
    Lis3dh sensor = opened(new double[] {-1, 0, 0});
    assertEquals(0, sensor.drain().getLast().tiltDegrees(), 0.1);
  }

  @Test
  void aPushIsAcceleration() {
    Lis3dh sensor = opened(new double[] {0, 0, 1});
    sensor.drain();
    feels = new double[] {1.5, 0, G};
    world.pass(Duration.ofMillis(30));
    assertEquals(1.5, sensor.drain().getLast().accelerationMps2(), 0.15);
  }

  @Test
  void oneThatVanishesIsAbsentWithinASecondAndReturns() {
    Lis3dh sensor = opened(new double[] {0, 0, 1});
    world.bus().take(Lis3dh.ADDRESS);
    world.pass(Duration.ofMillis(50));
    assertInstanceOf(Connection.Absent.class, sensor.connection());
    world.bus().put(Lis3dh.ADDRESS, chip);
    world.pass(Duration.ofMillis(700));
    assertInstanceOf(Connection.Connected.class, sensor.connection());
  }

  @Test
  void oneThatAnswersButMeasuresNothingIsAbsent() {
    Lis3dh sensor = opened(new double[] {0, 0, 1});
    chip.sleep(true);
    world.pass(Duration.ofMillis(900));
    Connection.Absent absent = assertInstanceOf(Connection.Absent.class, sensor.connection());
    assertTrue(absent.reason().contains("stopped measuring"), absent.reason());
  }
}
