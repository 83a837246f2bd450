package pannier.simulator.assortment;

import pannier.simulator.art.Colour;

/** Colours by hue. */
final class Colours {
  private Colours() {}

  /**
   * @param hue in turns: 0 red, 1/3 green, 2/3 blue; whole turns do not matter
   * @param saturation 0 to 1
   * @param value 0 to 1
   */
  static Colour ofHsv(double hue, double saturation, double value) {
    return new Colour(
        channel(hue + 1.0 / 3, saturation, value),
        channel(hue, saturation, value),
        channel(hue - 1.0 / 3, saturation, value));
  }

  private static int channel(double turns, double saturation, double value) {
    double phase = 6 * (turns - Math.floor(turns));
    double part = Math.clamp(phase < 3 ? phase : 4 - phase, 0, 1);
    return (int) Math.round(255 * value * (1 - saturation * (1 - part)));
  }
}
