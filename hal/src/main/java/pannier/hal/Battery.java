package pannier.hal;

import java.util.List;

/** The battery's gauge. */
public interface Battery extends Device {
  /** The readings since the last call, oldest first. */
  List<BatteryReading> drain();
}
