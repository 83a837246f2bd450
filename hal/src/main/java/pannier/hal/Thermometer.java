package pannier.hal;

import java.util.List;

/** The thermometer at the load cells. */
public interface Thermometer extends Device {
  /** The readings since the last call, oldest first. */
  List<TemperatureReading> drain();
}
