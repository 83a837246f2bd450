package pannier.hal;

import java.util.List;

/** The accelerometer on the frame. */
public interface MotionSensor extends Device {
  /** The readings since the last call, oldest first. */
  List<MotionReading> drain();
}
