package pannier.simulator.browser;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import pannier.domain.catalogue.ProductId;
import pannier.hal.Frame;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Rotation;
import pannier.simulator.geometry.Vector;
import pannier.simulator.render.Light;
import pannier.simulator.render.Model;
import pannier.simulator.render.Stage;
import pannier.simulator.render.View;
import pannier.simulator.world.Wardrobe;

/** A product that somebody turns slowly before a camera, as its frames. */
final class TurnedProduct implements AutoCloseable {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final long EACH_NANOS = 200_000_000;
  private static final double STEP_DEGREES = 24;
  private static final double NEAR_METRES = 0.5;
  private static final Scalar FLOOR = new Scalar(168, 176, 178);

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment pixels = arena.allocate(3L * WIDTH * HEIGHT);
  private final Model model;
  private final View view;
  private int number;

  TurnedProduct(Wardrobe wardrobe, ProductId product) {
    this.model = wardrobe.model(product);
    double size = 2 * model.mesh().radiusMetres();
    this.view =
        new View(
            new Vector(0, -NEAR_METRES, 0.16),
            Vector.ZERO,
            0.8 * HEIGHT * NEAR_METRES / size,
            WIDTH,
            HEIGHT);
  }

  /** The next side of it, a little beside the last place. */
  Frame next() {
    number++;
    double yaw = Math.toRadians(STEP_DEGREES * number);
    double tilt = Math.toRadians(12 * Math.sin(number));
    Vector place = new Vector(0.012 * Math.sin(1.7 * number), 0, 0.008 * Math.cos(number));
    Pose pose = new Pose(place, Rotation.pose(yaw, tilt, 0));
    Mat picture = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, FLOOR);
    try (Stage stage = new Stage(view, Light.CEILING)) {
      stage.setBackground(picture, List.of());
      stage.setStill(List.of(model.at(pose)), model.shadows(pose));
      stage.drawStill(picture);
      byte[] bytes = new byte[3 * WIDTH * HEIGHT];
      picture.get(0, 0, bytes);
      MemorySegment.copy(bytes, 0, pixels, ValueLayout.JAVA_BYTE, 0, bytes.length);
    } finally {
      picture.release();
    }
    return new Frame(number * EACH_NANOS, WIDTH, HEIGHT, 3 * WIDTH, pixels);
  }

  @Override
  public void close() {
    arena.close();
  }
}
