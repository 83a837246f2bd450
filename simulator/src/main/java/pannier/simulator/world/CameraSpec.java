package pannier.simulator.world;

import pannier.simulator.geometry.Vector;
import pannier.simulator.render.Interior;
import pannier.simulator.render.Light;
import pannier.simulator.render.View;

/**
 * A camera over the rim and its light.
 *
 * @param framesPerSecond nominal rate
 * @param exposureSeconds the shutter's time; 1/60 s is what phone footage of a lit room shows
 * @param noiseLevelsRms of 255, see {@link pannier.simulator.render.SensorNoise}
 */
public record CameraSpec(
    View view, Light light, double framesPerSecond, double exposureSeconds, double noiseLevelsRms) {
  public CameraSpec {
    if (!(framesPerSecond >= 1 && framesPerSecond <= 120)
        || !(exposureSeconds > 0 && exposureSeconds * framesPerSecond <= 1)) {
      throw new IllegalArgumentException(
          "%s frames/s of %s s".formatted(framesPerSecond, exposureSeconds));
    }
  }

  /**
   * 640 x 360 at 30 frames a second, on a post 0.32 m over the near rim, looking at the far one.
   */
  public static CameraSpec overNearRim(double asideMetres) {
    View view =
        new View(
            new Vector(asideMetres, -0.42, 0.32),
            new Vector(asideMetres * 0.4, 0.12, -0.1),
            480,
            640,
            360);
    return new CameraSpec(view, Light.CEILING, 30, 1.0 / 60, 1.6);
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
