package pannier.app.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.app.scale.CalibratedCells;
import pannier.domain.calibration.Calibration;
import pannier.domain.calibration.CellCalibration;
import pannier.hal.LoadCells;
import pannier.hal.LoadReading;
import pannier.hal.absent.AbsentThermometer;
import pannier.hal.contract.LoadCellsContract;
import pannier.hal.i2c.BusWorld;
import pannier.hal.i2c.Nau7802Cells;
import pannier.hal.i2c.SimulatedNau7802;
import pannier.hal.i2c.SimulatedSwitch;
import pannier.hal.i2c.Tca9548a;

/** The load cells as the cart has them: registers below, grams above. */
class CalibratedCellsTest extends LoadCellsContract {
  private final BusWorld world = new BusWorld();
  private final SimulatedSwitch channels = new SimulatedSwitch(world.bus(), Tca9548a.ADDRESS, 0x2A);

  @Override
  protected LoadCells open() {
    List<CellCalibration> cells = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int counts = (i + 1) * 100_000;
      channels.put(i, new SimulatedNau7802(_ -> counts, 0.001 * i));
      cells.add(new CellCalibration(0, 0.0025, 0, 0));
    }
    Nau7802Cells converters =
        new Nau7802Cells(
            new Tca9548a(world.bus(), Tca9548a.ADDRESS), List.of(0, 1, 2, 3), world.bus().clock());
    world.poll(converters);
    world.pass(Duration.ofSeconds(1));
    return new CalibratedCells(
        converters,
        new AbsentThermometer("none is fitted"),
        new Calibration(cells, Double.NaN, List.of()));
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
  void countsAreGramsByTheirCell() {
    LoadReading reading = open().drain().getLast();
    assertEquals(250, reading.frontLeftGrams(), 1e-9);
    assertEquals(1000, reading.rearRightGrams(), 1e-9);
  }

  @Test
  void aCellPulledOutIsNotANumber() {
    LoadCells cells = open();
    channels.take(3);
    world.pass(Duration.ofMillis(500));
    assertTrue(Double.isNaN(cells.drain().getLast().rearRightGrams()));
  }
}
