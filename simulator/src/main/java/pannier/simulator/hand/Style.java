package pannier.simulator.hand;

import java.util.random.RandomGenerator;

/**
 * How a shopper handles one item.
 *
 * @param yawRadians how far its front is turned from the camera, 0 faces it
 * @param tipRadians how far its top leans away from the camera while it is carried
 * @param leanRadians how far it leans to the right
 * @param pace 1 takes about 1.2 s from out of view to rest; 2 half of that
 */
public record Style(
    Grip.Hold hold, double yawRadians, double tipRadians, double leanRadians, double pace) {
  public Style {
    if (!(pace >= 0.3 && pace <= 4)) {
      throw new IllegalArgumentException("pace %s".formatted(pace));
    }
  }

  /** Some way of handling: the front looks roughly at the camera nine times in ten. */
  public static Style some(RandomGenerator random) {
    Grip.Way[] ways = Grip.Way.values();
    double turned = random.nextInt(10) == 0 ? Math.PI : 0;
    return new Style(
        new Grip.Hold(ways[random.nextInt(ways.length)], 0.012 + 0.025 * random.nextDouble()),
        turned + Math.toRadians(22) * random.nextGaussian(),
        Math.toRadians(18 + 10 * random.nextGaussian()),
        Math.toRadians(9) * random.nextGaussian(),
        Math.clamp(0.95 + 0.15 * random.nextGaussian(), 0.6, 1.5));
  }
}
