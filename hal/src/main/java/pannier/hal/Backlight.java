package pannier.hal;

/** The touch screen's light. */
public interface Backlight extends Device {
  /**
   * Shines so until the next call. An absent one ignores it.
   *
   * @param fraction 0 (dark) to 1 (as bright as it goes)
   * @throws IllegalArgumentException outside that range
   */
  void shine(double fraction);

  /** The check that each implementation makes first, the absent one too. */
  static void requireFraction(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("a backlight of " + fraction + "; 0 to 1 can be shone");
    }
  }
}
