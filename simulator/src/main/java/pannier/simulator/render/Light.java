package pannier.simulator.render;

import pannier.simulator.geometry.Vector;

/**
 * A ceiling light and what the room throws back.
 *
 * @param from direction towards the light, length one
 * @param direct strength of the light on a face that looks at it, about 0.5
 * @param ambient strength from everywhere, about 0.5
 */
public record Light(Vector from, double direct, double ambient) {
  /** The ceiling lights of a shop. */
  public static final Light CEILING = new Light(new Vector(-0.25, -0.45, 0.86).unit(), 0.52, 0.6);

  /** The 28th power of less is under a ten-thousandth. */
  private static final double DULL = 0.72;

  public Light {
    if (!(direct >= 0) || !(ambient >= 0)) {
      throw new IllegalArgumentException("light %s %s".formatted(direct, ambient));
    }
  }

  /** How bright a matt face appears; a room lights from above more than from below. */
  double diffuse(Vector normal) {
    double sky = 0.85 + 0.15 * normal.z();
    return ambient * sky + direct * Math.max(0, normal.dot(from));
  }

  /** The light's reflection in a glossy face, 0 to 1: the 28th power of the half angle's cosine. */
  double glare(Vector normal, Vector towardsCamera) {
    Vector half = from.plus(towardsCamera).unit();
    double cosine = normal.dot(half);
    if (cosine < DULL) {
      return 0;
    }
    double fourth = cosine * cosine * cosine * cosine;
    double eighth = fourth * fourth;
    return eighth * eighth * eighth * fourth;
  }
}
