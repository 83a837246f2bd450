package pannier.hal;

import java.util.List;

/** The load cells under the basket, one a corner. */
public interface LoadCells extends Device {
  /** The readings since the last call, oldest first. */
  List<LoadReading> drain();
}
