package pannier.hal.i2c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pannier.hal.Battery;
import pannier.hal.BatteryReading;
import pannier.hal.Connection;
import pannier.hal.contract.BatteryContract;

class Max17048Test extends BatteryContract {
  private final BusWorld world = new BusWorld();
  private final SimulatedMax17048 chip = new SimulatedMax17048();

  @Override
  protected Battery open() {
    world.bus().put(Max17048.ADDRESS, chip);
    Max17048 gauge = new Max17048(world.bus(), world.bus().clock());
    world.poll(gauge);
    return gauge;
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
  void chargeAndVoltageAreTheRegisters() {
    Battery gauge = open();
    chip.set(5.5, 3.52);
    world.pass(Duration.ofMillis(500));
    BatteryReading last = gauge.drain().getLast();
    assertEquals(0.055, last.chargeFraction(), 1e-4);
    assertEquals(3.52, last.volts(), 1e-4);
  }

  @Test
  void moreThanFullIsFull() {
    Battery gauge = open();
    chip.set(103, 4.2);
    world.pass(Duration.ofMillis(500));
    assertEquals(1, gauge.drain().getLast().chargeFraction());
  }

  @Test
  void oneThatVanishesIsAbsentWithinASecondAndReturns() {
    Battery gauge = open();
    world.bus().take(Max17048.ADDRESS);
    world.pass(Duration.ofMillis(900));
    assertInstanceOf(Connection.Absent.class, gauge.connection());
    world.bus().put(Max17048.ADDRESS, chip);
    world.pass(Duration.ofMillis(400));
    assertInstanceOf(Connection.Connected.class, gauge.connection());
  }
}
