package pannier.hal;

import java.util.List;

/** The analogue-to-digital converters of the four load cells, before any calibration. */
public interface LoadConverters extends Device {
  /** The readings since the last call, oldest first. */
  List<CountReading> drain();
}
