package pannier.app.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pannier.domain.trip.Input;
import pannier.hal.Battery;
import pannier.hal.BatteryReading;
import pannier.hal.Connection;

class EquipmentTest {
  private final FakeGauge gauge = new FakeGauge();
  private final Equipment equipment = Equipment.of(gauge, Map.of(Equipment.BATTERY, gauge));

  @Test
  void aBatteryAtFivePercentIsATroubleUntilItIsCharged() {
    assertEquals(List.of(), after(0.06));
    assertEquals(
        List.of(new Input.Equipment("battery", "nearly empty, bring it to a charger")),
        after(0.05));
    assertEquals(List.of(), after(0.06), "it wavers");
    assertEquals(List.of(new Input.Equipment("battery", "")), after(0.09));
  }

  @Test
  void aGaugeThatVanishesIsATroubleOnceAndOverWhenItReturns() {
    gauge.connection = new Connection.Absent("battery gauge: timed out");
    assertEquals(
        List.of(new Input.Equipment("battery", "battery gauge: timed out")), equipment.drain());
    assertEquals(List.of(), equipment.drain());
    gauge.connection = new Connection.Absent("battery gauge: does not acknowledge");
    assertEquals(List.of(), equipment.drain(), "the same trouble in other words");
    gauge.connection = new Connection.Connected();
    assertEquals(List.of(new Input.Equipment("battery", "")), equipment.drain());
  }

  private List<Input> after(double charge) {
    gauge.readings.add(new BatteryReading(0, charge, 3.5));
    return equipment.drain();
  }

  private static final class FakeGauge implements Battery {
    private final List<BatteryReading> readings = new ArrayList<>();
    private Connection connection = new Connection.Connected();

    @Override
    public List<BatteryReading> drain() {
      List<BatteryReading> drained = List.copyOf(readings);
      readings.clear();
      return drained;
    }

    @Override
    public Connection connection() {
      return connection;
    }

    @Override
    public void close() {}
  }
}
