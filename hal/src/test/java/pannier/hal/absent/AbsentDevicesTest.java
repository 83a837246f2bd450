package pannier.hal.absent;

import org.junit.jupiter.api.Nested;
import pannier.hal.Backlight;
import pannier.hal.Battery;
import pannier.hal.Beeper;
import pannier.hal.Brake;
import pannier.hal.Camera;
import pannier.hal.Lamp;
import pannier.hal.LoadCells;
import pannier.hal.LoadConverters;
import pannier.hal.MotionSensor;
import pannier.hal.Thermometer;
import pannier.hal.contract.BacklightContract;
import pannier.hal.contract.BatteryContract;
import pannier.hal.contract.BeeperContract;
import pannier.hal.contract.BrakeContract;
import pannier.hal.contract.CameraContract;
import pannier.hal.contract.LampContract;
import pannier.hal.contract.LoadCellsContract;
import pannier.hal.contract.LoadConvertersContract;
import pannier.hal.contract.MotionSensorContract;
import pannier.hal.contract.ThermometerContract;

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

  @Nested
  class AsLoadConverters extends LoadConvertersContract {
    @Override
    protected LoadConverters open() {
      return new AbsentLoadConverters(REASON);
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
  class AsThermometer extends ThermometerContract {
    @Override
    protected Thermometer open() {
      return new AbsentThermometer(REASON);
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
  class AsBrake extends BrakeContract {
    @Override
    protected Brake open() {
      return new AbsentBrake(REASON);
    }

    @Override
    protected boolean present() {
      return false;
    }
  }

  @Nested
  class AsBacklight extends BacklightContract {
    @Override
    protected Backlight open() {
      return new AbsentBacklight(REASON);
    }

    @Override
    protected boolean present() {
      return false;
    }
  }
}
