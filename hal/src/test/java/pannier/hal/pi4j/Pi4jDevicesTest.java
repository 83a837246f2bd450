package pannier.hal.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.io.pwm.Pwm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import pannier.hal.Beeper;
import pannier.hal.Brake;
import pannier.hal.Connection;
import pannier.hal.Lamp;
import pannier.hal.contract.BeeperContract;
import pannier.hal.contract.BrakeContract;
import pannier.hal.contract.LampContract;
import pannier.hal.polled.DeviceException;

class Pi4jDevicesTest {
  private static final Pi4jBoard.LampPins PINS = new Pi4jBoard.LampPins(17, 27, 22, false);

  private final MockBoard mock = new MockBoard();
  private final Pi4jBoard board = mock.board();

  @AfterEach
  void close() {
    board.close();
  }

  @Nested
  class AsLamp extends LampContract {
    @Override
    protected Lamp open() {
      return new MockBoard().board().lamp(PINS);
    }

    @Override
    protected boolean present() {
      return true;
    }
  }

  @Nested
  class AsBrake extends BrakeContract {
    @Override
    protected Brake open() {
      return new MockBoard().board().brake(23);
    }

    @Override
    protected boolean present() {
      return true;
    }
  }

  @Nested
  class AsBeeper extends BeeperContract {
    @Override
    protected Beeper open() {
      return new MockBoard().board().beeper(0, 2);
    }

    @Override
    protected boolean present() {
      return true;
    }
  }

  @Test
  void coloursAreTheirPins() {
    Lamp lamp = board.lamp(PINS);
    lamp.show(Lamp.Colour.AMBER);
    assertEquals(List.of(true, true, false), levels());
    lamp.show(Lamp.Colour.BLUE);
    assertEquals(List.of(false, false, true), levels());
    lamp.close();
    assertEquals(List.of(false, false, false), levels());
  }

  @Test
  void aLampThatLightsAtALowLevelIsTurnedRound() {
    Lamp lamp = board.lamp(new Pi4jBoard.LampPins(17, 27, 22, true));
    assertEquals(List.of(true, true, true), levels());
    lamp.show(Lamp.Colour.RED);
    assertEquals(List.of(false, true, true), levels());
  }

  @Test
  void aBrakeIsFreeFromTheStartAndOnceClosed() {
    Brake brake = board.brake(23);
    assertFalse(mock.isHigh(23));
    brake.hold(true);
    assertTrue(mock.isHigh(23));
    brake.close();
    assertFalse(mock.isHigh(23));
  }

  @Test
  void aSoundEndsByItselfUnlessALaterOneHasBegun() {
    List<Runnable> alarms = new ArrayList<>();
    Beeper beeper = new Pi4jBeeper(mock.context, 2, (_, call) -> alarms.add(call));
    Pwm pwm = mock.context.io("pwm-2");
    beeper.sound(880, Duration.ofMillis(100));
    beeper.sound(440, Duration.ofMillis(400));
    assertEquals(440, pwm.getFrequency());
    alarms.get(0).run();
    assertTrue(pwm.isOn(), "the second sound goes on");
    alarms.get(1).run();
    assertFalse(pwm.isOn());
  }

  @Test
  void whatCannotBeOpenedIsAbsentAndSaysWhy() {
    Pi4jBoard none =
        new Pi4jBoard(
            new Pi4jBoard.Kernel(
                () -> {
                  throw new IllegalStateException("no GPIO here");
                },
                () -> {
                  throw new UnsatisfiedLinkError("no library for this processor");
                },
                _ -> {
                  throw new IllegalStateException("no PWM here");
                }));
    Connection lamp = none.lamp(PINS).connection();
    assertEquals(new Connection.Absent("cannot be opened: no GPIO here"), lamp);
    assertInstanceOf(Connection.Absent.class, none.beeper(0, 0).connection());
    assertInstanceOf(Connection.Absent.class, none.brake(23).connection());
    DeviceException why = assertThrows(DeviceException.class, () -> none.i2c(1).read(0x2A, 0, 1));
    assertTrue(String.valueOf(why.getMessage()).contains("no library"), why::toString);
  }

  @Test
  void aBusReadsAndWritesThroughPi4j() throws Exception {
    Pi4jBus bus = (Pi4jBus) board.i2c(1);
    bus.write(0x2A, (byte) 0x00, (byte) 0x16);
    DeviceException short1 =
        assertThrows(DeviceException.class, () -> bus.read(0x2A, 0x12, 3), "nothing was queued");
    assertTrue(String.valueOf(short1.getMessage()).contains("bus 1, address 0x2a"));
  }

  private List<Boolean> levels() {
    return List.of(mock.isHigh(17), mock.isHigh(27), mock.isHigh(22));
  }
}
