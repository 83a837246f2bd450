package pannier.hal;

import java.time.Duration;

/** The beeper. */
public interface Beeper extends Device {
  /** The longest sound. */
  Duration LONGEST = Duration.ofSeconds(2);

  /**
   * Sounds once and returns at once. An absent beeper ignores it.
   *
   * @param hertz 100 to 10,000
   * @param length above zero, at most two seconds
   * @throws IllegalArgumentException outside these ranges
   */
  void sound(int hertz, Duration length);

  /** The check that each implementation makes first, the absent one too. */
  static void requireAudible(int hertz, Duration length) {
    if (hertz < 100 || hertz > 10_000) {
      throw new IllegalArgumentException("%d Hz; 100 to 10,000 can be sounded".formatted(hertz));
    }
    if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s; above zero and at most %s can be sounded".formatted(length, LONGEST));
    }
  }
}
