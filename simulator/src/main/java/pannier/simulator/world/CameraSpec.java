package pannier.simulator.world;

import java.util.List;
import pannier.simulator.geometry.Vector;
import pannier.simulator.render.Interior;
import pannier.simulator.render.Light;
import pannier.simulator.render.View;

/**
 * A camera over the rim and its light.
 *
 * @param view in the pixels of its frames, a quarter of the sensor's along and down
 * @param smudges on its lens
 * @param noiseLevelsRms of 255, see {@link pannier.simulator.render.SensorNoise}
 */
public record CameraSpec(
    View view, Light light, Shutter shutter, double noiseLevelsRms, int smudges) {

  /**
   * When it takes pictures.
   *
   * @param framesPerSecond nominal rate, 1 to 120
   * @param idleStride while nothing is near the rim, only every so many-th frame is taken; 1 is a
   *     real camera, more saves a simulation the pictures of nothing
   * @param exposureSeconds the shutter's time; 1/60 s is what phone footage of a lit room shows
   */
  public record Shutter(double framesPerSecond, int idleStride, double exposureSeconds) {
    public Shutter {
      if (!(framesPerSecond >= 1 && framesPerSecond <= 120)
          || idleStride < 1
          || !(exposureSeconds > 0 && exposureSeconds * framesPerSecond <= 1)) {
        throw new IllegalArgumentException(
            "%s frames/s of %s s, idle every %d"
                .formatted(framesPerSecond, exposureSeconds, idleStride));
      }
    }

    /** When frame {@code number} ends. */
    long endNanos(long number) {
      return Math.round(number * 1e9 / framesPerSecond);
    }

    long exposureNanos() {
      return Math.round(exposureSeconds * 1e9);
    }
  }

  /**
   * 3840 x 2160 at 30 frames a second, which are looked at in a quarter along and down, on a post
   * 0.32 m over the near rim, looking at the far one.
   */
  public static CameraSpec overNearRim(double asideMetres) {
    View view =
        new View(
            new Vector(asideMetres, -0.42, 0.32),
            new Vector(asideMetres * 0.4, 0.12, -0.1),
            720,
            960,
            540);
    return new CameraSpec(view, Light.CEILING, new Shutter(30, 1, 1.0 / 60), 1.6, 0);
  }

  /**
   * Two of them at 15 frames a second, which a Raspberry Pi 4 keeps up with; every third while
   * nothing is near the rim.
   */
  public static List<CameraSpec> pairAtFifteenFrames() {
    Shutter shutter = new Shutter(15, 3, 1.0 / 60);
    return List.of(overNearRim(-0.18).with(shutter), overNearRim(0.18).with(shutter));
  }

  /** The same camera with another shutter. */
  public CameraSpec with(Shutter other) {
    return new CameraSpec(view, light, other, noiseLevelsRms, smudges);
  }

  /** The same camera with finger prints on its lens. */
  public CameraSpec smudged(int count) {
    return new CameraSpec(view, light, shutter, noiseLevelsRms, count);
  }

  /**
   * The same camera in an aisle with less light. Its automatic gain makes up for half of what is
   * missing (in stops) and amplifies the noise as much; shot noise is the larger the fewer photons.
   *
   * @param share of the shop's usual light, above 0 to 1
   */
  public CameraSpec dimmed(double share) {
    double shown = Math.sqrt(share);
    Light less = new Light(light.from(), light.direct() * shown, light.ambient() * shown);
    return new CameraSpec(view, less, shutter, noiseLevelsRms / shown, smudges);
  }

  /** The far rim's height in the picture, as a fraction from the top at the left and right edge. */
  public double[] rimHeightFractions() {
    Vector left = view.project(new Vector(-Interior.HALF_WIDTH, Interior.HALF_DEPTH, 0));
    Vector right = view.project(new Vector(Interior.HALF_WIDTH, Interior.HALF_DEPTH, 0));
    double slope = (right.y() - left.y()) / (right.x() - left.x());
    double atLeftEdge = left.y() - slope * left.x();
    double atRightEdge = atLeftEdge + slope * view.widthPx();
    return new double[] {atLeftEdge / view.heightPx(), atRightEdge / view.heightPx()};
  }

  /** Whether a point is seen on the basket's side of the far rim. */
  boolean seesInside(Vector point) {
    Vector pixel = view.project(point);
    double[] rim = rimHeightFractions();
    double at = rim[0] + (rim[1] - rim[0]) * pixel.x() / view.widthPx();
    return pixel.y() > at * view.heightPx();
  }
}
