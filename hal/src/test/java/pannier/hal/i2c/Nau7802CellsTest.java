package pannier.hal.i2c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.hal.Connection;
import pannier.hal.CountReading;
import pannier.hal.LoadConverters;
import pannier.hal.contract.LoadConvertersContract;

class Nau7802CellsTest extends LoadConvertersContract {
  private static final Duration START = Duration.ofSeconds(1);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final double[] CLOCK_ERRORS = {0.004, -0.003, 0, 0.01};

  private final BusWorld world = new BusWorld();
  private final SimulatedSwitch channels =
      new SimulatedSwitch(world.bus(), Tca9548a.ADDRESS, Nau7802.ADDRESS);
  private final SimulatedNau7802[] chips = new SimulatedNau7802[4];

  @Override
  protected LoadConverters open() {
    return opened();
  }

  private Nau7802Cells opened() {
    for (int i = 0; i < 4; i++) {
      int corner = i;
      chips[i] =
          new SimulatedNau7802(
              nanos -> (corner - 2) * 1_000_000 + (int) (nanos % 1000), CLOCK_ERRORS[i]);
      channels.put(i, chips[i]);
    }
    Nau7802Cells cells =
        new Nau7802Cells(
            new Tca9548a(world.bus(), Tca9548a.ADDRESS), List.of(0, 1, 2, 3), world.bus().clock());
    world.poll(cells);
    world.pass(START);
    return cells;
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
  void eachCornerIsReadEightyTimesASecondWithItsSign() {
    Nau7802Cells cells = opened();
    cells.drain();
    world.pass(SECOND);
    List<CountReading> readings = cells.drain();
    assertEquals(80, readings.size(), 3);
    for (CountReading reading : readings) {
      assertEquals(-2_000_000, reading.frontLeftCounts(), 1000);
      assertEquals(-1_000_000, reading.frontRightCounts(), 1000);
      assertEquals(0, reading.rearLeftCounts(), 1000);
      assertEquals(1_000_000, reading.rearRightCounts(), 1000);
    }
  }

  @Test
  void aCellPulledOutIsNotANumberWithinASecondAndComesBack() {
    Nau7802Cells cells = opened();
    channels.take(2);
    world.pass(Duration.ofMillis(100));
    cells.drain();
    world.pass(Duration.ofMillis(100));
    List<CountReading> without = cells.drain();
    assertTrue(without.size() > 4, () -> "readings of the other three: " + without);
    assertTrue(Double.isNaN(without.getLast().rearLeftCounts()));
    assertTrue(Double.isFinite(without.getLast().rearRightCounts()));
    assertInstanceOf(Connection.Connected.class, cells.connection());
    channels.put(2, chips[2]);
    chips[2].brownOut();
    world.pass(Duration.ofMillis(1500));
    assertTrue(Double.isFinite(cells.drain().getLast().rearLeftCounts()));
  }

  @Test
  void aBusThatHangsIsAbsentWithinASecondAndRecovers() {
    Nau7802Cells cells = opened();
    world.bus().hang(true);
    world.pass(Duration.ofMillis(999));
    Connection.Absent absent = assertInstanceOf(Connection.Absent.class, cells.connection());
    assertTrue(absent.reason().contains("timed out"), absent.reason());
    world.bus().hang(false);
    world.pass(Duration.ofSeconds(2));
    assertInstanceOf(Connection.Connected.class, cells.connection());
    cells.drain();
    world.pass(SECOND);
    assertEquals(80, cells.drain().size(), 3);
  }

  @Test
  void aThreadThatTheBusHoldsUpIsAbsenceToo() {
    Nau7802Cells cells = opened();
    world.bus().advanceTo(world.nanos() + 900_000_000L);
    assertEquals(new Connection.Absent("its bus does not answer"), cells.connection());
  }

  @Test
  void aSwitchThatForgetsItsChannelIsSetAgain() {
    Nau7802Cells cells = opened();
    channels.reset();
    world.pass(Duration.ofSeconds(2));
    cells.drain();
    world.pass(SECOND);
    assertEquals(80, cells.drain().size(), 3);
  }

  @Test
  void aConverterThatCannotCalibrateIsNotBelieved() {
    Nau7802Cells cells = opened();
    chips[0].failCalibration(true);
    chips[0].brownOut();
    world.pass(Duration.ofSeconds(2));
    assertTrue(Double.isNaN(cells.drain().getLast().frontLeftCounts()));
  }

  @Test
  void cellsAreFour() {
    Tca9548a multiplexer = new Tca9548a(world.bus(), Tca9548a.ADDRESS);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Nau7802Cells(multiplexer, List.of(0, 1, 2), world.bus().clock()));
    assertThrows(IllegalArgumentException.class, () -> multiplexer.channel(8));
  }
}
