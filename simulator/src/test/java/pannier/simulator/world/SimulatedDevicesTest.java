package pannier.simulator.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import pannier.hal.Battery;
import pannier.hal.Beeper;
import pannier.hal.Camera;
import pannier.hal.Lamp;
import pannier.hal.LoadCells;
import pannier.hal.MotionSensor;
import pannier.hal.contract.BatteryContract;
import pannier.hal.contract.BeeperContract;
import pannier.hal.contract.CameraContract;
import pannier.hal.contract.LampContract;
import pannier.hal.contract.LoadCellsContract;
import pannier.hal.contract.MotionSensorContract;
import pannier.simulator.shop.DemoShop;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class SimulatedDevicesTest {
  private final List<SimulatedWorld> worlds = new ArrayList<>();
  private long nowNanos;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @AfterEach
  void close() {
    worlds.forEach(SimulatedWorld::close);
  }

  private SimulatedWorld world() {
    SimulatedWorld world = new SimulatedWorld(WorldSpec.simple(DemoShop.articles(), 1));
    worlds.add(world);
    return world;
  }

  private void letAllPass(Duration time) {
    nowNanos += time.toNanos();
    worlds.forEach(world -> world.advanceTo(nowNanos));
  }

  @Nested
  class AsCamera extends CameraContract {
    @Override
    protected Camera open() {
      return world().cameras().get(0);
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected long cartNanos() {
      return nowNanos;
    }

    @Override
    protected void letPass(Duration time) {
      letAllPass(time);
    }
  }

  @Nested
  class AsLoadCells extends LoadCellsContract {
    @Override
    protected LoadCells open() {
      return world().loadCells();
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected long cartNanos() {
      return nowNanos;
    }

    @Override
    protected void letPass(Duration time) {
      letAllPass(time);
    }
  }

  @Nested
  class AsMotionSensor extends MotionSensorContract {
    @Override
    protected MotionSensor open() {
      return world().motionSensor();
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected long cartNanos() {
      return nowNanos;
    }

    @Override
    protected void letPass(Duration time) {
      letAllPass(time);
    }
  }

  @Nested
  class AsBattery extends BatteryContract {
    @Override
    protected Battery open() {
      return world().battery();
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected long cartNanos() {
      return nowNanos;
    }

    @Override
    protected void letPass(Duration time) {
      letAllPass(time);
    }
  }

  @Nested
  class AsLamp extends LampContract {
    @Override
    protected Lamp open() {
      return world().lamp();
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected void letPass(Duration time) {
      letAllPass(time);
    }
  }

  @Nested
  class AsBeeper extends BeeperContract {
    @Override
    protected Beeper open() {
      return world().beeper();
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected void letPass(Duration time) {
      letAllPass(time);
    }
  }
}
