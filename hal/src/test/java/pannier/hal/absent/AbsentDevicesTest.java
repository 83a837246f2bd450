package pannier.hal.absent;

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

class AbsentDevicesTest {
  private static final String REASON = "none is fitted";

  @Nested
  class AsCamera extends CameraContract {
    @Override
    protected Camera open() {
      return new AbsentCamera(REASON);
    }

    @Override
    protected boolean present() {
      return false;
    }

    @Override
    protected long cartNanos() {
      return 0;
    }
  }

  @Nested
  class AsLoadCells extends LoadCellsContract {
    @Override
    protected LoadCells open() {
      return new AbsentLoadCells(REASON);
    }

    @Override
    protected boolean present() {
      return false;
    }

    @Override
    protected long cartNanos() {
      return 0;
    }
  }

  @Nested
  class AsMotionSensor extends MotionSensorContract {
    @Override
    protected MotionSensor open() {
      return new AbsentMotionSensor(REASON);
    }

    @Override
    protected boolean present() {
      return false;
    }

    @Override
    protected long cartNanos() {
      return 0;
    }
  }

  @Nested
  class AsBattery extends BatteryContract {
    @Override
    protected Battery open() {
      return new AbsentBattery(REASON);
    }

    @Override
    protected boolean present() {
      return false;
    }

    @Override
    protected long cartNanos() {
      return 0;
    }
  }

  @Nested
  class AsLamp extends LampContract {
    @Override
    protected Lamp open() {
      return new AbsentLamp(REASON);
    }

    @Override
    protected boolean present() {
      return false;
    }
  }

  @Nested
  class AsBeeper extends BeeperContract {
    @Override
    protected Beeper open() {
      return new AbsentBeeper(REASON);
    }

    @Override
    protected boolean present() {
      return false;
    }
  }
}
