package pannier.hal;

import java.time.Duration;

/** The beeper. */
public interface Beeper extends Device {
  /**
   * Sounds once and returns at once. An absent beeper ignores it.
   *
   * @param hertz 100 to 10,000
   * @param length above zero, at most two seconds
   * @throws IllegalArgumentException outside these ranges
   */
  void sound(int hertz, Duration length);
}
